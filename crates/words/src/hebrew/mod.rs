//! Hebrew words: how a lemma is inflected, and which letters may hang before a word.
//!
//! All of it works on folded letters: no niqqud, final letters in their plain form.

mod nouns;
mod prefixes;
mod verbs;

pub use prefixes::{Prefixes, chains};

/// A form of a word, and the prefix letters that may hang on it.
pub type Form = (String, Prefixes);

/// Every form of a noun that is given in the singular.
pub fn noun_forms(lemma: &str) -> Vec<Form> {
    nouns::noun(lemma)
}

/// Every form of an adjective that is given in the masculine singular.
pub fn adjective_forms(lemma: &str) -> Vec<Form> {
    nouns::adjective(lemma)
}

/// Every form of a verb that is given in the past tense, third person masculine singular.
pub fn verb_forms(lemma: &str) -> Vec<Form> {
    verbs::verb(lemma)
}

/// Every form of a word of which nothing is known but itself: as a noun, an adjective and a verb.
pub fn any_forms(lemma: &str) -> Vec<Form> {
    let mut forms = noun_forms(lemma);
    forms.append(&mut adjective_forms(lemma));
    forms.append(&mut verb_forms(lemma));
    forms
}

/// What stands behind the first letter of [`key`].
pub fn behind_first(folded: &str) -> &str {
    let mut letters = folded.chars();
    match letters.next() {
        Some(doubled @ ('ו' | 'י')) => letters.as_str().trim_start_matches(doubled),
        _ => letters.as_str(),
    }
}

/// The key under which spellings of one word meet: doubled vav and yod count as single.
pub fn key(folded: &str) -> impl Iterator<Item = char> + '_ {
    let mut last = '\0';
    folded.chars().filter(move |c| {
        let doubled = *c == last && matches!(c, 'ו' | 'י');
        last = *c;
        !doubled
    })
}
