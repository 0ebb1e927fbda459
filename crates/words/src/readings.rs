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
    /// Which of the word's forms it is of.
    form: u8,
    /// How many letters of that were taken off, doubled ones counted once.
    taken: u8,
    /// How many bytes were taken off its end.
    cut: u8,
}

impl Stem {
    /// What is left of the word that this is a reading of, folded.
    ///
    /// ```
    /// use amana_words::{Readings, Words};
    /// let words = Words::read("לדפי זהב");
    /// let readings = Readings::of(&words);
    /// let texts: Vec<_> = readings.word(0).iter().map(|stem| stem.text(&words, &words.all[0])).collect();
    /// assert_eq!(texts, ["לדפי", "דפי"]);
    /// ```
    #[must_use]
    pub fn text<'a>(&self, words: &'a Words, word: &'a Word) -> &'a str {
        let form = words.forms(word).nth(usize::from(self.form)).unwrap_or_default();
        let form = form.get(..form.len().saturating_sub(usize::from(self.cut))).unwrap_or_default();
        (0..self.taken).fold(form, |rest, _| hebrew::behind_first(rest))
    }
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
        for (index, form) in (0..).zip(words.forms(word)) {
            match word.kind {
                Kind::Hebrew => self.hebrew(index, form, letters),
                _ => self.latin(index, form),
            }
        }
    }

    fn hebrew(&mut self, index: u8, form: &str, letters: &mut Vec<char>) {
        letters.clear();
        letters.extend(hebrew::key(form));
        let mut add = |taken: usize, prefixes| {
            let hash = WordHash::of(letters.iter().copied().skip(taken));
            let taken = u8::try_from(taken).unwrap_or(u8::MAX);
            self.stems.push(Stem { hash, prefixes, form: index, taken, cut: 0 });
        };
        add(0, Prefixes::NONE);
        hebrew::chains(letters, add);
    }

    fn latin(&mut self, index: u8, form: &str) {
        let endings = ["'s", "'"];
        let owner = endings.into_iter().find_map(|ending| Some((form.strip_suffix(ending)?, ending.len())));
        for (text, cut) in std::iter::once((form, 0)).chain(owner) {
            let (hash, cut) = (WordHash::of(text.chars()), u8::try_from(cut).unwrap_or(u8::MAX));
            self.stems.push(Stem { hash, prefixes: Prefixes::NONE, form: index, taken: 0, cut });
        }
    }
}

/// The hash under which a term's word is kept.
#[must_use]
pub fn term_hash(folded: &str) -> WordHash {
    WordHash::of(hebrew::key(folded))
}
