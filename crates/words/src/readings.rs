//! What a word in a text may stand for: its forms, without prefix letters, without a possessive ending.

use crate::{
    hash::WordHash,
    hebrew::{self, Prefixes},
    words::{Kind, Word, Words},
};

/// One reading of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stem {
    /// The hash of what is left.
    pub hash: WordHash,
    /// The prefix letters that were taken off.
    pub prefixes: Prefixes,
}

/// Every reading of every word of a sentence; the first of a word is the word as written.
#[derive(Debug, Default)]
pub struct Readings {
    stems: Vec<Stem>,
    /// Where each word's readings end.
    ends: Vec<usize>,
}

impl Readings {
    /// Reads every word of a sentence.
    #[must_use]
    pub fn of(words: &Words) -> Self {
        let mut out =
            Self { stems: Vec::with_capacity(words.all.len() * 4), ends: Vec::with_capacity(words.all.len()) };
        let mut letters = Vec::new();
        for word in &words.all {
            out.add(words, word, &mut letters);
            out.ends.push(out.stems.len());
        }
        out
    }

    /// How many words there are.
    #[must_use]
    pub fn words(&self) -> usize {
        self.ends.len()
    }

    /// The readings of one word, by its index in the sentence; none behind the last word.
    #[must_use]
    pub fn word(&self, index: usize) -> &[Stem] {
        let from = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(index).and_then(|to| self.stems.get(from..*to)).unwrap_or_default()
    }

    /// `letters` is room to work in.
    fn add(&mut self, words: &Words, word: &Word, letters: &mut Vec<char>) {
        for form in words.forms(word) {
            match word.kind {
                Kind::Hebrew => self.hebrew(form, letters),
                _ => self.latin(form),
            }
        }
    }

    fn hebrew(&mut self, form: &str, letters: &mut Vec<char>) {
        letters.clear();
        letters.extend(hebrew::key(form));
        self.stems.push(Stem { hash: WordHash::of(letters.iter().copied()), prefixes: Prefixes::NONE });
        for (taken, prefixes) in hebrew::chains(letters) {
            let rest = letters.iter().copied().skip(taken);
            self.stems.push(Stem { hash: WordHash::of(rest), prefixes });
        }
    }

    fn latin(&mut self, form: &str) {
        let owner = form.strip_suffix("'s").or_else(|| form.strip_suffix('\''));
        for text in std::iter::once(form).chain(owner) {
            self.stems.push(Stem { hash: WordHash::of(text.chars()), prefixes: Prefixes::NONE });
        }
    }
}

/// The hash under which a term's word is kept.
#[must_use]
pub fn term_hash(folded: &str) -> WordHash {
    WordHash::of(hebrew::key(folded))
}
