//! x
use std::io::{BufRead, Write};
fn main() {
    let charter = amana_charter::Charter::read(&std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap())
        .unwrap()
        .charter;
    let checker = amana_checker::Checker::new(&charter).0;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let f = checker.features(v["text"].as_str().unwrap());
        writeln!(out, "{}", serde_json::json!({"id": v["id"], "f": f})).unwrap();
    }
}
