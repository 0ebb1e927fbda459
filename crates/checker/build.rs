//! Compiles `packs/base` into what the checker carries: its rules, and its vocabulary with every form inflected.

use std::{env, fs, path::Path, process::exit};

use amana_pack::Pack;
use amana_words::Vocabulary;

fn main() {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/base");
    println!("cargo::rerun-if-changed={}", pack.display());
    if let Err(message) = compile(&pack) {
        eprintln!("{message}");
        exit(1);
    }
}

fn compile(pack: &Path) -> Result<(), String> {
    let read = amana_pack::author::read_dir(pack).map_err(|problems| problems.to_string())?;
    write("base-vocabulary.bin", &Vocabulary::of(&read).to_bytes())?;
    let rules = Pack { lists: Vec::new(), ..read };
    write("base-rules.json", &rules.to_blob().map_err(|error| error.to_string())?)
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join(name), bytes).map_err(|error| error.to_string())
}
