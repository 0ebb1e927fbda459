//! Everyday words and people's names, which a brand may resemble or be.

use std::{collections::HashSet, hash::BuildHasherDefault, sync::LazyLock};

use amana_words::{Ready, WordHash};

use super::filter::places;

/// The words of `packs/base/ordinary`, as bits. To take a word for an everyday one wrongly only makes Amana more careful.
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ordinary.bin"));

/// Those of them that are names of people.
static PEOPLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/people.bin"));

/// Whether a folded word is an everyday word of Hebrew or English, or a common name of people.
pub(super) fn is_ordinary(word: &str) -> bool {
    has(WORDS, word) || word.strip_suffix('s').is_some_and(|one| one.len() > 3 && has(WORDS, one))
}

/// Whether a folded word is a common name of people.
pub(super) fn is_person(word: &str) -> bool {
    has(PEOPLE, word)
}

fn has(set: &[u8], word: &str) -> bool {
    places(word, set.len()).all(|(at, bit)| set.get(at).is_some_and(|byte| byte & bit != 0))
}

/// Words by hash: of many pieces of a name it is asked whether they are one, and most are none.
type Set = HashSet<WordHash, BuildHasherDefault<Ready>>;

/// Words by which an account says that it speaks for someone.
static ROLES: LazyLock<Set> = LazyLock::new(|| words(include_str!("../../../../packs/base/ordinary/roles.txt")));

/// Words that join a brand to such a word.
static LINKS: LazyLock<Set> = LazyLock::new(|| words(include_str!("../../../../packs/base/ordinary/links.txt")));

fn words(list: &'static str) -> Set {
    let words = list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    words.map(hash).collect()
}

fn hash(word: &str) -> WordHash {
    WordHash::of(word.chars())
}

/// Whether an account that is called by a brand and this word speaks for the brand: `support`, `הרשמי`.
pub(super) fn is_role(word: &str) -> bool {
    let role = |word: &str| ROLES.contains(&hash(word));
    role(word) || word.strip_prefix(['ה', 'ל', 'ב']).is_some_and(role)
}

/// Whether a word only joins others: `of`, `של`.
pub(super) fn is_link(word: &str) -> bool {
    LINKS.contains(&hash(word))
}

/// Shorter words are found anywhere: `en` is no word of `goldenpages`.
const SHORTEST: usize = 3;

/// Whether letters without blanks are words in a row.
pub(super) fn is_words(letters: &[char], is_word: impl Fn(&str) -> bool) -> bool {
    // Whether words may end behind the first so many letters.
    let mut ends = vec![true];
    for end in 1..=letters.len() {
        let word = |from: usize| letters.get(from..end).unwrap_or_default().iter().collect::<String>();
        let starts = ends.iter().enumerate().filter(|(_, ends)| **ends);
        ends.push(starts.clone().any(|(from, _)| is_word(&word(from))));
    }
    ends.last().copied().unwrap_or(true)
}

/// A word by itself.
pub(super) fn is_word(word: &str) -> bool {
    is_role(word) || is_link(word) || (word.chars().count() >= SHORTEST && is_ordinary(word))
}
