//! Names in plain letters, hashed without being read into words first: a charter may hold a hundred thousand of them.

use crate::{
    fold::{is_hebrew, plain_letter},
    hash::WordHash,
};

/// The hashes of a name that is nothing but words of two and more letters, each in Hebrew or in Latin ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlainName {
    /// Of all words joined.
    pub joined: WordHash,
    /// Of the first word.
    pub first: WordHash,
    /// Of the words in a row.
    pub row: WordHash,
    /// How many words there are.
    pub words: usize,
}

impl PlainName {
    /// Hashes a name; nothing for one that must be read as a text is, by [`Words`](crate::Words), since it holds other characters,
    /// stretched or single letters, words of both scripts joined, or a capital inside a word.
    ///
    /// ```
    /// use amana_words::{PlainName, term_hash};
    /// assert_eq!(PlainName::read("Star Index").map(|name| name.joined), Some(term_hash("starindex")));
    /// assert_eq!(PlainName::read("CloudNest"), None);
    /// ```
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        let mut joined = Letters::NONE;
        let mut words = name.split(' ').filter(|word| !word.is_empty()).map(|word| read_word(word, &mut joined));
        let first = words.next()??;
        let mut read = Self { joined: first, first, row: first, words: 1 };
        for word in words {
            read.row = read.row.then(word?);
            read.words += 1;
        }
        Some(Self { joined: joined.hash, ..read })
    }
}

/// The hash of a word, whose letters are also added to `joined`.
fn read_word(word: &str, joined: &mut Letters) -> Option<WordHash> {
    let mut letters = Letters::NONE;
    // The two letters before, and whether the last was a small Latin one.
    let (mut before, mut small) = (['\0'; 2], false);
    for c in word.chars() {
        let hebrew = is_hebrew(c);
        let letter = if hebrew { plain_letter(c) } else { c.to_ascii_lowercase() };
        let one_script = before[1] == '\0' || is_hebrew(before[1]) == hebrew;
        let inner_capital = small && c != letter;
        if !(hebrew || letter.is_ascii_lowercase()) || !one_script || inner_capital || before == [letter; 2] {
            return None;
        }
        letters.add(letter);
        joined.add(letter);
        (before, small) = ([before[1], letter], c == letter && !hebrew);
    }
    (before[0] != '\0').then_some(letters.hash)
}

/// Letters as they are hashed: like [`key`](crate::key).
struct Letters {
    hash: WordHash,
    last: char,
}

impl Letters {
    const NONE: Self = Self { hash: WordHash::EMPTY, last: '\0' };

    fn add(&mut self, letter: char) {
        if !(letter == self.last && matches!(letter, 'ו' | 'י')) {
            self.hash = self.hash.with(letter);
        }
        self.last = letter;
    }
}
