//! English words: the inflected forms of a base form.
//!
//! Where spelling is in doubt the Snowball stemmer (`rust-stemmers`) decides: a form is one of a word when it brings it back to
//! the same stem. Irregular forms come from the pack.

use std::collections::BTreeMap;

use rust_stemmers::{Algorithm, Stemmer};

/// Inflects English words.
pub struct English<'a> {
    stemmer: Stemmer,
    irregular: &'a BTreeMap<String, Vec<String>>,
}

impl<'a> English<'a> {
    /// With irregular forms by base form, folded.
    #[must_use]
    pub fn new(irregular: &'a BTreeMap<String, Vec<String>>) -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), irregular }
    }

    /// Every form of `base`, itself first.
    #[must_use]
    pub fn forms(&self, base: &str) -> Vec<String> {
        let mut out = vec![base.to_owned()];
        out.extend(regular(base));
        if self.doubles(base) {
            let last = base.chars().last();
            out.extend(last.into_iter().flat_map(|c| ["ed", "ing"].map(|e| format!("{base}{c}{e}"))));
        }
        out.extend(self.irregular.get(base).into_iter().flatten().cloned());
        out
    }

    /// Whether the last letter is doubled before an ending (`cut`, `cutting`): so it is where the stemmer takes it back.
    fn doubles(&self, base: &str) -> bool {
        let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
        let mut ends = base.chars().rev();
        match (ends.next(), ends.next()) {
            (Some(last), Some(before)) if !vowel(last) && vowel(before) && last.is_alphabetic() => {
                self.stemmer.stem(&format!("{base}{last}ed")) == self.stemmer.stem(base)
            }
            _ => false,
        }
    }
}

/// The forms that the last letters alone decide.
fn regular(base: &str) -> Vec<String> {
    let of = |stem: &str, endings: &[&str]| endings.iter().map(|e| format!("{stem}{e}")).collect::<Vec<_>>();
    if let Some(short) = base.strip_suffix('y') {
        return of(base, &["s", "ed", "ing"]).into_iter().chain(of(short, &["ies", "ied"])).collect();
    }
    if let Some(short) = base.strip_suffix('e') {
        return of(short, &["es", "ed", "ing"]);
    }
    let hissing = ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| base.ends_with(e));
    of(base, if hissing { &["es", "s", "ed", "ing"] } else { &["s", "ed", "ing"] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflects_regular_and_irregular_words() {
        let irregular = BTreeMap::from([("lose".to_owned(), vec!["lost".to_owned()])]);
        let english = English::new(&irregular);
        let has = |base: &str, form: &str| english.forms(base).iter().any(|f| f == form);
        assert!(has("company", "companies") && has("fire", "firing") && has("fire", "fired"));
        assert!(has("cut", "cutting") && has("lose", "lost") && has("boss", "bosses"));
        assert!(!has("bus", "business"));
        assert!(has("party", "parties") && has("play", "played") && has("run", "running"));
    }
}
