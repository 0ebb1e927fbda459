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
    let first = word.chars().next()?;
    let mut letters = Letters::NONE;
    // The letter before the last, and whether the last was a small Latin one.
    let (mut before, mut small) = ('\0', false);
    let hebrew = is_hebrew(first);
    for c in word.chars() {
        let (letter, fits) = match hebrew {
            true => (plain_letter(c), is_hebrew(c)),
            false => (c.to_ascii_lowercase(), c.is_ascii_alphabetic() && !(small && c.is_ascii_uppercase())),
        };
        if !fits || (letter == letters.last && letter == before) {
            return None;
        }
        before = letters.last;
        letters.add(letter);
        joined.add(letter);
        small = c.is_ascii_lowercase();
    }
    (before != '\0').then_some(letters.hash)
}

/// Letters as they are hashed: like [`key`](crate::key).
struct Letters {
    hash: WordHash,
    last: char,
}

impl Letters {
    const NONE: Self = Self { hash: WordHash::EMPTY, last: '\0' };

    #[inline]
    fn add(&mut self, letter: char) {
        if !(letter == self.last && matches!(letter, 'ו' | 'י')) {
            self.hash = self.hash.with(letter);
        }
        self.last = letter;
    }
}
