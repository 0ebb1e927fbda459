//! `amana match --measure`: how well Hebrew words are found when their lemma is given, against a table that people made.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    path::Path,
};

use amana_checker::{Matcher, TermKind};

use crate::{
    Outcome,
    input::{self, Failure, named, told},
};

/// Runs `amana match --measure`. The table has one word a line: the surface as it stands in text, its prefixes, its form
/// without them, its lemma, its part of speech; the first line names the columns.
pub fn measure(table: &Path, kind: TermKind) -> Result<Outcome, Failure> {
    let text = input::text(Some(table))?;
    let shape = |line| told(named(Some(table)), &format!("line {line}: write five columns, set apart by tabs"));
    let words = words(&text).map_err(shape)?;
    let lemmas: Vec<&str> = words.iter().map(|w| w.lemma).collect::<BTreeSet<_>>().into_iter().collect();
    let mut finder = Finder { kind, ready: HashMap::new() };
    let (own, random, near) = (finder.own(&words), finder.random(&words, &lemmas), finder.near(&words, &lemmas));
    println!("{} words, {} lemmas", words.len(), lemmas.len());
    own.iter().for_each(|(part, share)| println!("{part:<12}{share}"));
    println!("{:<12}{random}  given another lemma at random", "others");
    println!("{:<12}{near}  given each other lemma within one edit of the form without prefixes", "neighbours");
    Ok(Outcome::Nothing)
}

/// A word of the table.
struct Word<'a> {
    surface: &'a str,
    host: &'a str,
    lemma: &'a str,
    part: &'a str,
}

/// The words of a table; or the number of the line that is not one.
fn words(table: &str) -> Result<Vec<Word<'_>>, usize> {
    let lines = table.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| word(line).ok_or(index + 1)).collect()
}

fn word(line: &str) -> Option<Word<'_>> {
    let mut columns = line.split('\t');
    let (surface, _prefixes) = (columns.next()?, columns.next()?);
    Some(Word { surface, host: columns.next()?, lemma: columns.next()?, part: columns.next()?.trim_end() })
}

/// How many of how many were found.
#[derive(Default)]
struct Share {
    found: u32,
    of: u32,
}

impl Share {
    fn count(&mut self, found: bool) {
        self.of += 1;
        self.found += u32::from(found);
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = 100.0 * f64::from(self.found) / f64::from(self.of.max(1));
        write!(f, "{share:6.2}%  {:>6} of {:>6} found", self.found, self.of)
    }
}

/// Finds lemmas in words, each made ready once.
struct Finder<'a> {
    kind: TermKind,
    ready: HashMap<&'a str, Matcher>,
}

impl<'a> Finder<'a> {
    fn finds(&mut self, lemma: &'a str, word: &Word<'_>) -> bool {
        let matcher = self.ready.entry(lemma).or_insert_with(|| Matcher::new(lemma, self.kind));
        !matcher.find(word.surface).is_empty()
    }

    /// Given its own lemma: by part of speech.
    fn own(&mut self, words: &[Word<'a>]) -> BTreeMap<&'a str, Share> {
        let mut shares: BTreeMap<&str, Share> = BTreeMap::new();
        for word in words {
            shares.entry(word.part).or_default().count(self.finds(word.lemma, word));
        }
        shares
    }

    /// Given some other lemmas of the list.
    fn random(&mut self, words: &[Word<'a>], lemmas: &[&'a str]) -> Share {
        let mut share = Share::default();
        let mut dice = fastrand::Rng::with_seed(SEED);
        for word in words {
            let others = std::iter::repeat_with(|| dice.choice(lemmas).copied()).flatten().take(OTHERS);
            others.filter(|lemma| *lemma != word.lemma).for_each(|lemma| share.count(self.finds(lemma, word)));
        }
        share
    }

    /// Given every other lemma that is at most one letter more, less or other than the form without prefixes.
    fn near(&mut self, words: &[Word<'a>], lemmas: &[&'a str]) -> Share {
        let neighbours = Neighbours::of(lemmas);
        let mut share = Share::default();
        for word in words {
            let others = neighbours.around(word.host).into_iter().filter(|lemma| *lemma != word.lemma);
            others.for_each(|lemma| share.count(self.finds(lemma, word)));
        }
        share
    }
}

/// So that two runs say the same.
const SEED: u64 = 2026;

/// So many others a word: some 90,000 for a table of 9,000 words, enough to tell 0.3% from 0.4%.
const OTHERS: usize = 10;

/// Lemmas by themselves with no letter, or any one letter, left out: two words within one edit share one of these.
struct Neighbours<'a>(HashMap<String, Vec<&'a str>>);

impl<'a> Neighbours<'a> {
    fn of(lemmas: &[&'a str]) -> Self {
        let mut by_rest: HashMap<String, Vec<&str>> = HashMap::new();
        for lemma in lemmas {
            rests(lemma).into_iter().for_each(|rest| by_rest.entry(rest).or_default().push(lemma));
        }
        Self(by_rest)
    }

    fn around(&self, word: &str) -> BTreeSet<&'a str> {
        let sharing = rests(word).into_iter().filter_map(|rest| self.0.get(&rest)).flatten().copied();
        sharing.filter(|lemma| within_one_edit(lemma, word)).collect()
    }
}

fn rests(word: &str) -> HashSet<String> {
    let letters = word.chars().count();
    let without = |left_out: usize| word.chars().enumerate().filter(move |(i, _)| *i != left_out).map(|(_, c)| c);
    (0..=letters).map(|left_out| without(left_out).collect()).collect()
}

/// Whether one letter more, less or other turns one into the other, or they are the same.
fn within_one_edit(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let shorter = one.len().min(other.len()) - before;
    let after = one.iter().rev().zip(other.iter().rev()).take(shorter).take_while(|(a, b)| a == b).count();
    one.len().max(other.len()) - before - after <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_one_edit_from_two() {
        for (one, other) in [("דלת", "דלת"), ("דלת", "דל"), ("לת", "דלת"), ("דלת", "דגת"), ("אא", "אאא"), ("א", "")]
        {
            assert!(within_one_edit(one, other) && within_one_edit(other, one), "{one} {other}");
        }
        for (one, other) in [("דלת", "דתל"), ("דלת", "ד"), ("דלת", "גלה"), ("דלת", "לתה")] {
            assert!(!within_one_edit(one, other) && !within_one_edit(other, one), "{one} {other}");
        }
    }

    #[test]
    fn neighbours_are_all_within_one_edit() {
        let lemmas = ["דלת", "דל", "דלתות", "דגת", "לת", "תלת", "דלי"];
        let around = Neighbours::of(&lemmas).around("דלת");
        assert_eq!(around.into_iter().collect::<Vec<_>>(), ["דגת", "דל", "דלי", "דלת", "לת", "תלת"]);
    }
}
