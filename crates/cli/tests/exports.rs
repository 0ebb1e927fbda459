//! Every file that `amana policy export` writes, byte for byte: `exports/` holds them as they were looked over.
//!
//! After a change that is meant: `AMANA_KEEP=1 cargo test -p amana --test exports`, then look over what git shows.

#![allow(clippy::panic, clippy::unwrap_used, reason = "tests speak by panics")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const ARGS: [&str; 21] = [
    "policy",
    "export",
    "--charter=charter.json",
    "--for=all",
    "--id=pljefopdnknncgpjlildkhekicflneil",
    "--update-url=https://amana.example.com/updates.xml",
    "--xpi=https://amana.example.com/amana.xpi",
    "--level-ceiling",
    "quiet",
    "--lock",
    "site",
    "--language",
    "he",
    "--sites-extra",
    "https://forum.example.com/*",
    "--sites-extra",
    "https://*.example.org/*",
    "--sites-off",
    "https://*.intranet.example/*",
    "--out",
    "files",
];

#[test]
fn exports() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::copy(kept.join("charter.json"), folder.join("charter.json")).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_amana")).args(ARGS).current_dir(&folder).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    fs::write(folder.join("places.txt"), run.stdout).unwrap();
    if std::env::var_os("AMANA_KEEP").is_some() {
        let _ = fs::remove_dir_all(kept.join("files"));
        copy(&folder, &kept);
    }
    assert_eq!(files(&folder), files(&kept));
    for file in files(&kept) {
        let (expected, found) = (fs::read(kept.join(&file)).unwrap(), fs::read(folder.join(&file)).unwrap());
        assert!(expected == found, "{} is another; it is now in {}", file.display(), folder.display());
    }
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        fs::create_dir_all(to.join(&file).parent().unwrap()).unwrap();
        fs::copy(from.join(&file), to.join(&file)).unwrap();
    }
}

/// Every file below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            let list = if entry.file_type().unwrap().is_dir() { &mut folders } else { &mut found };
            list.push(entry.path());
        }
    }
    found.sort();
    found.iter().map(|file| file.strip_prefix(folder).unwrap().to_owned()).collect()
}
