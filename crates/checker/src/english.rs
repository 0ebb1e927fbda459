//! English words: the inflected forms of a base form.
//!
//! Regular endings are tried and kept where the Snowball stemmer (`rust-stemmers`) brings them back to the same stem, so that
//! spelling rules come from the library. Irregular forms come from the pack.

use std::collections::BTreeMap;

use rust_stemmers::{Algorithm, Stemmer};

/// Inflects English words.
pub(crate) struct English {
    stemmer: Stemmer,
    irregular: BTreeMap<String, Vec<String>>,
}

impl English {
    /// With irregular forms by base form, folded.
    pub fn new(irregular: BTreeMap<String, Vec<String>>) -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), irregular }
    }

    /// Every form of `base`, itself first.
    pub fn forms(&self, base: &str) -> Vec<String> {
        let stem = self.stemmer.stem(base);
        let regular = candidates(base).into_iter().filter(|form| self.stemmer.stem(form) == stem);
        let irregular = self.irregular.get(base).into_iter().flatten().cloned();
        std::iter::once(base.to_owned()).chain(regular).chain(irregular).collect()
    }
}

/// What a word with regular endings could look like.
fn candidates(base: &str) -> Vec<String> {
    let mut out: Vec<String> = ["s", "es", "ed", "d", "ing", "'s"].iter().map(|e| format!("{base}{e}")).collect();
    if let Some(short) = base.strip_suffix('y') {
        out.extend(["ies", "ied"].iter().map(|e| format!("{short}{e}")));
    }
    if let Some(short) = base.strip_suffix('e') {
        out.push(format!("{short}ing"));
    }
    if let Some(last) = base.chars().last().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'x' | 'y')) {
        out.extend(["ed", "ing"].iter().map(|e| format!("{base}{last}{e}")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflects_regular_and_irregular_words() {
        let irregular = BTreeMap::from([("lose".to_owned(), vec!["lost".to_owned()])]);
        let english = English::new(irregular);
        let has = |base: &str, form: &str| english.forms(base).iter().any(|f| f == form);
        assert!(has("company", "companies") && has("fire", "firing") && has("fire", "fired"));
        assert!(has("cut", "cutting") && has("lose", "lost") && has("boss", "bosses"));
        assert!(!has("bus", "business") && !has("target", "targetted "));
    }
}
