//! Look-alikes of brands, and names that are none: how many are found, and how many are taken for a brand wrongly. Both are made
//! by `tests/names/lookalikes.py`, of Debian's packages; `./build.sh names` prints the figures.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests speak by panics")]

use std::{collections::BTreeMap, process::Command};

use amana_charter::Charter;
use amana_checker::Checker;
use serde_json::{Value, json};

/// Of those that a reader takes for the brand at a glance, so many are to be found.
const GLANCE: f64 = 0.99;
/// Of other slips.
const SLIP: f64 = 0.95;
/// Of names that resemble no brand, no more may be taken for one.
const WRONG: f64 = 0.0005;

struct Made {
    what: String,
    name: String,
    brand: String,
}

fn made() -> Vec<Made> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/names/lookalikes.py");
    // Debian's own Python, which has Debian's dnstwist and Faker.
    let run =
        Command::new("/usr/bin/python3").arg(script).output().expect("python3 runs; ./build.sh setup installs it");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let lines = String::from_utf8(run.stdout).unwrap();
    let text = |line: &Value, key: &str| line[key].as_str().unwrap().to_owned();
    let read = |line: &str| {
        let line: Value = serde_json::from_str(line).unwrap();
        Made { what: text(&line, "what"), name: text(&line, "name"), brand: text(&line, "brand") }
    };
    lines.lines().map(read).collect()
}

fn checker(made: &[Made]) -> Checker {
    let brands: Vec<&str> = made.iter().filter(|made| made.what == "brand").map(|made| made.name.as_str()).collect();
    let charter = json!({"charter": 1, "company": {"names": brands}});
    Checker::new(&Charter::read(&charter.to_string()).unwrap().charter).0
}

/// The least and the most that may be found.
fn bars(what: &str) -> (f64, f64) {
    match what {
        "brand" => (1.0, 1.0),
        "homoglyph" | "hyphenation" | "repetition" | "transposition" => (GLANCE, 1.0),
        "words" | "people" | "handles" => (0.0, WRONG),
        _ => (SLIP, 1.0),
    }
}

#[test]
fn lookalikes_are_found_and_other_names_are_not() {
    let made = made();
    let checker = checker(&made);
    let mut shares: BTreeMap<&str, (Vec<&Made>, Vec<&Made>)> = BTreeMap::new();
    for one in &made {
        // Hebrew ones are few; they count together.
        let what = if one.what.starts_with("hebrew") { "hebrew" } else { &one.what };
        let (found, missed) = shares.entry(what).or_default();
        if checker.brand_use(&one.name).is_some() { found.push(one) } else { missed.push(one) }
    }
    let mut beyond = Vec::new();
    for (what, (found, missed)) in &shares {
        let share = found.len() as f64 / (found.len() + missed.len()) as f64;
        println!("{what:<20}{:7.3}%  {:>6} of {:>6} found", 100.0 * share, found.len(), found.len() + missed.len());
        let (least, most) = bars(what);
        let odd = if least > 0.0 { missed } else { found };
        let odd: Vec<String> = odd.iter().take(60).map(|made| format!("{} {}", made.name, made.brand)).collect();
        println!("    {}", odd.join(", "));
        if share < least || share > most {
            beyond.push(*what);
        }
    }
    assert!(beyond.is_empty(), "beyond the bars: {beyond:?}");
}
