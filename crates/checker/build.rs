//! Compiles `packs/base` into the one blob that the checker carries.

use std::{env, fs, path::Path, process::exit};

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
    let blob = read.to_blob().map_err(|error| error.to_string())?;
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("base-pack.json"), blob).map_err(|error| error.to_string())
}
