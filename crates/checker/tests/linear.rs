//! A longer text costs more only as it is longer. Compared as a ratio within one run, never as a time.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use amana_charter::Charter;
use amana_checker::Checker;

// Characters.
const LONG: usize = 1_000_000;
const SHORT: usize = 10_000;
const ROUNDS: usize = 3;
// What does not fit into the caches any more costs more; a cost that grows with the length would be a hundred times as much.
const MOST: f64 = 3.0;

#[test]
fn a_character_of_a_long_text_costs_no_more_than_one_of_a_short_text() {
    let charter = Charter::read(include_str!("../../../charters/golden-pages.json")).unwrap().charter;
    let checker = Checker::new(&charter).0;
    let pieces = pieces();
    let mut ratios: Vec<f64> = (0..ROUNDS).map(|_| ratio(&checker, &pieces)).collect();
    ratios.sort_by(f64::total_cmp);
    assert!(ratios.get(ROUNDS / 2).unwrap() <= &MOST, "a character costs so many times as much: {ratios:?}");
}

/// What a text costs as a whole over what it costs in pieces: half of them before it and half after, on a machine that does
/// other things too.
fn ratio(checker: &Checker, pieces: &[String]) -> f64 {
    let (before, after) = pieces.split_at(pieces.len() / 2);
    let long = pieces.concat();
    let in_pieces = |pieces: &[String]| took(|| pieces.iter().for_each(|piece| drop(checker.check(piece))));
    let first = in_pieces(before);
    let whole = took(|| drop(checker.check(&long)));
    whole.as_secs_f64() / (first + in_pieces(after)).as_secs_f64()
}

fn took(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Posts in both languages in turn, cut into pieces. None comes twice: a sentence that was read before costs less.
fn pieces() -> Vec<String> {
    let (english, hebrew) = (posts("en"), posts("he"));
    let posts: Vec<&str> = english.iter().zip(&hebrew).flat_map(|(en, he)| [en.as_str(), "\n\n", he, "\n\n"]).collect();
    let text: Vec<char> = posts.concat().chars().take(LONG).collect();
    text.chunks(SHORT).map(String::from_iter).collect()
}

fn posts(language: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/work");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.file_name().unwrap().to_string_lossy().starts_with(language));
    files.sort();
    files.iter().flat_map(|file| fs::read_to_string(file).unwrap().lines().map(text).collect::<Vec<_>>()).collect()
}

fn text(line: &str) -> String {
    let post: serde_json::Value = serde_json::from_str(line).unwrap();
    post.get("text").and_then(|text| text.as_str()).unwrap().to_owned()
}
