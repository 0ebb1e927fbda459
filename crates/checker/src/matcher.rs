//! One term in a text: what rules do with all their terms at once, for a person who wants to try a word.

use amana_charter::MatchMode;
use amana_words::{Builder, English, Hit, Inflection, Lexicon, Readings, SignalId, Utf16Span, Words, sentences};

use crate::{
    base_rules,
    names::{Given, Names},
};

/// As what a term is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// As a lemma: in every inflected form.
    Lemma,
    /// As a name: after prefix letters, and nothing else.
    Name,
}

/// Finds one term.
///
/// ```
/// use amana_checker::{Matcher, TermKind};
/// let matcher = Matcher::new("הנהלה", TermKind::Lemma);
/// let text = "שמעתי מההנהלה";
/// assert_eq!(matcher.find(text)[0].text_in(text), "מההנהלה");
/// ```
pub struct Matcher {
    lexicon: Lexicon,
    names: Names,
}

const TERM: SignalId = SignalId(0);

impl Matcher {
    /// For `term`: a word, or several in a row.
    #[must_use]
    pub fn new(term: &str, kind: TermKind) -> Self {
        let mut lemma = Builder::new(English::new(&base_rules().irregular));
        let mut name = None;
        match kind {
            TermKind::Lemma => lemma.add(TERM, term, Inflection::Any),
            TermKind::Name => name = Some(Given { signal: TERM, name: term, how: MatchMode::Close }),
        }
        Self { lexicon: lemma.build(), names: Names::new(name.into_iter(), None) }
    }

    /// Every place of the term in `text`, in order; whole words with their prefixes.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Utf16Span> {
        let mut spans: Vec<Utf16Span> = sentences(text).flat_map(|s| self.find_in(s.text, s.span.start)).collect();
        spans.sort();
        spans.dedup();
        spans
    }

    fn find_in(&self, sentence: &str, start: u32) -> Vec<Utf16Span> {
        let words = Words::read(sentence);
        let readings = Readings::of(&words);
        let hits = self.lexicon.find(&readings).into_iter().chain(self.names.find(&words, &readings));
        let span = |hit: Hit| Some(words.all.get(hit.first)?.span.hull(words.all.get(hit.last)?.span).shifted(start));
        hits.filter_map(span).collect()
    }
}
