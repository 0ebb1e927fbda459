//! Names in the other script: how many of the ways in which people write them are found, and that no name is taken for another.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests speak by panics")]

use amana_checker::{Matcher, TermKind};

/// A name, and how else it is written.
struct Case {
    name: &'static str,
    spellings: Vec<&'static str>,
}

fn cases() -> Vec<Case> {
    let lines = include_str!("names.txt").lines().filter(|line| !line.starts_with('#'));
    let case = |line: &'static str| {
        let (name, spellings) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
        Case { name, spellings: spellings.split(", ").collect() }
    };
    lines.map(case).collect()
}

fn finds(name: &str, text: &str) -> bool {
    !Matcher::new(name, TermKind::Name).find(text).is_empty()
}

#[test]
fn names_are_found_as_people_write_them() {
    let cases = cases();
    assert!(cases.len() >= 100);
    let spellings: Vec<(&str, &str)> =
        cases.iter().flat_map(|case| case.spellings.iter().map(|s| (case.name, *s))).collect();
    let missed: Vec<_> = spellings.iter().filter(|(name, spelling)| !finds(name, &format!("- {spelling}!"))).collect();
    let names = cases.iter().filter(|c| c.spellings.iter().any(|s| finds(c.name, s))).count();
    println!(
        "{} of {} spellings are found, {names} of {} names in one at least",
        spellings.len() - missed.len(),
        spellings.len(),
        cases.len()
    );
    println!("missed: {missed:?}");
    assert!(missed.len() * 10 <= spellings.len(), "more than a tenth is missed");
}

#[test]
fn no_name_is_taken_for_another() {
    let cases = cases();
    for a in &cases {
        let matcher = Matcher::new(a.name, TermKind::Name);
        for b in cases.iter().filter(|b| b.name != a.name) {
            for text in b.spellings.iter().chain([&b.name]) {
                assert!(matcher.find(text).is_empty(), "{} in {text}", a.name);
            }
        }
    }
}
