//! What a word in a text may stand for: its forms, without prefix letters, without a possessive ending.

use crate::{
    hash::WordHash,
    hebrew::{self, Prefixes},
    words::{Kind, Word, Words},
};

/// One reading of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stem {
    /// The hash of what is left.
    pub hash: WordHash,
    /// The prefix letters that were taken off.
    pub prefixes: Prefixes,
}

/// Every reading of `word`, as written first.
pub(crate) fn stems(words: &Words, word: &Word, out: &mut Vec<Stem>) {
    out.clear();
    for form in words.forms(word) {
        match word.kind {
            Kind::Hebrew => hebrew_stems(form, out),
            _ => latin_stems(form, out),
        }
    }
}

/// The hash under which a term's word is kept.
pub(crate) fn term_hash(folded: &str) -> WordHash {
    WordHash::of(hebrew::key(folded))
}

fn hebrew_stems(form: &str, out: &mut Vec<Stem>) {
    let key: String = hebrew::key(form).collect();
    out.push(Stem { hash: WordHash::of(key.chars()), prefixes: Prefixes::NONE });
    for (taken, prefixes) in hebrew::chains(&key) {
        if let Some(rest) = key.get(taken..) {
            out.push(Stem { hash: WordHash::of(rest.chars()), prefixes });
        }
    }
}

fn latin_stems(form: &str, out: &mut Vec<Stem>) {
    let plain = |text: &str| Stem { hash: WordHash::of(text.chars()), prefixes: Prefixes::NONE };
    out.push(plain(form));
    if let Some(owner) = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')) {
        out.push(plain(owner));
    }
}
