//! Compiles `packs/fields` and `packs/sites` into what the background judges fields by.

use std::{env, fs, path::Path, process::exit};

fn main() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    for folder in ["fields", "sites"] {
        println!("cargo::rerun-if-changed={}", packs.join(folder).display());
    }
    if let Err(message) = compile(&packs) {
        eprintln!("{message}");
        exit(1);
    }
}

fn compile(packs: &Path) -> Result<(), String> {
    let guide = amana_fields::author::read_dir(packs).map_err(|problems| problems.to_string())?;
    let blob = guide.to_blob().map_err(|error| error.to_string())?;
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("fields.json"), blob).map_err(|error| error.to_string())
}
