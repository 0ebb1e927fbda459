//! Whatever comes in, reading it ends well: a charter, or an error whose place is in the text.

#![allow(clippy::panic, clippy::unwrap_used, reason = "tests speak by panics")]

use amana_charter::{Charter, ReadError};
use proptest::prelude::*;

const GOLDEN_PAGES: &str = include_str!("../../../charters/golden-pages.json");

/// Pieces that break JSON in ways that people do.
const PIECES: [&str; 20] = [
    "",
    ",",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ":",
    "null",
    "1",
    "-",
    "\\",
    "\\ud800",
    "\n",
    "\u{feff}",
    "\"\":",
    "\"charter\":",
    "ש",
    "😀",
];

#[test]
fn cut_off_anywhere() {
    let whole = GOLDEN_PAGES.trim_end();
    for (end, _) in whole.char_indices() {
        let part = whole.get(..end).unwrap();
        assert_place(part, &Charter::read(part).unwrap_err());
    }
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn pieces(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        check(&pieces.concat());
    }

    #[test]
    fn a_charter_with_slips(slips in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, prop::sample::select(&PIECES[..])), 1..4)) {
        let mut text: Vec<char> = GOLDEN_PAGES.chars().collect();
        for (at, length, piece) in slips {
            let start = at.index(text.len());
            let end = text.len().min(start + length);
            text.splice(start..end, piece.chars());
        }
        check(&text.into_iter().collect::<String>());
    }
}

fn check(text: &str) {
    match Charter::read(text) {
        Ok(read) => {
            let written = serde_json::to_string(&read.charter).unwrap();
            assert_eq!(Charter::read(&written).unwrap().charter.hash(), read.charter.hash());
        }
        Err(error) => assert_place(text, &error),
    }
}

fn assert_place(text: &str, error: &ReadError) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line = text.split('\n').nth(error.line() - 1).unwrap_or_else(|| panic!("{error}: no such line"));
    assert!((1..=line.chars().count() + 1).contains(&error.column()), "{error}: no such column");
    assert!(!error.to_string().contains('\n'), "{error}: more than one line");
    assert!(!error.found().is_empty() && !error.advice().is_empty(), "{error}");
}
