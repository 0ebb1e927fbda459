//! Compiles `packs/base` into what the checker carries: its rules, its vocabulary with every form inflected, and its everyday
//! words; and which letters pass for Latin ones.

#[path = "src/account/filter.rs"]
mod filter;
#[path = "build/lookalikes.rs"]
mod lookalikes;

use std::{env, fs, path::Path, process::exit};

use amana_pack::Pack;
use amana_words::Vocabulary;

fn main() {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/base");
    println!("cargo::rerun-if-changed={}", pack.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/account/filter.rs");
    if let Err(message) = compile(&pack) {
        eprintln!("{message}");
        exit(1);
    }
}

fn compile(pack: &Path) -> Result<(), String> {
    let read = amana_pack::author::read_dir(pack).map_err(|problems| problems.to_string())?;
    write("base-vocabulary.bin", &Vocabulary::of(&read).to_bytes())?;
    let rules = Pack { lists: Vec::new(), ..read };
    write("base-rules.json", &rules.to_blob().map_err(|error| error.to_string())?)?;
    write("ordinary.bin", &set(&pack.join("ordinary"), &["en.txt", "he.txt", "people.txt"])?)?;
    write("people.bin", &set(&pack.join("ordinary"), &["people.txt"])?)?;
    write("lookalikes.txt", lookalikes::table().as_bytes())
}

/// The room for each word: many parts of a name are looked up, so few may be wrong.
const BITS_A_WORD: usize = 16;

/// The words of these lists as a set.
fn set(folder: &Path, lists: &[&str]) -> Result<Vec<u8>, String> {
    let mut words = Vec::new();
    for list in lists {
        let text = fs::read_to_string(folder.join(list)).map_err(|error| format!("{list}: {error}"))?;
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        words.extend(lines.flat_map(str::split_whitespace).map(folded));
    }
    let mut bits = vec![0; words.len() * BITS_A_WORD / 8 + 1];
    let bytes = bits.len();
    for (at, bit) in words.iter().flat_map(|word| filter::places(word, bytes)) {
        bits.get_mut(at).into_iter().for_each(|byte| *byte |= bit);
    }
    Ok(bits)
}

fn folded(word: &str) -> String {
    amana_words::units(word).iter().map(|unit| unit.c).collect()
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join(name), bytes).map_err(|error| error.to_string())
}
