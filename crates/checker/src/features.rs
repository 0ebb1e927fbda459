//! What the trained layer reads of a sentence: words, rows of letters, signals and pairs of signals.
//!
//! A feature is the hash of what it stands for, with the words it came from, so that a finding can tell which words carried it.
//! Names are read as their kind and numbers as theirs: the layer never learns a name.

use rust_stemmers::{Algorithm, Stemmer};

use crate::{
    hash::WordHash,
    hebrew,
    lexicon::{Hit, SignalId},
    numbers::NumberUnit,
    words::{Kind, Word, Words},
};

/// One feature of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Feature {
    /// What it stands for.
    pub hash: u32,
    /// The first word it came from.
    pub first: u16,
    /// The last word it came from.
    pub last: u16,
}

/// Reads features.
pub(crate) struct Features {
    stemmer: Stemmer,
    /// Every signal's name, hashed, by signal; names do not change where lists come and go.
    signals: Vec<WordHash>,
    /// The signals up to here are kinds of names.
    names: u16,
}

/// Kinds of features, hashed in so that they never meet.
#[derive(Clone, Copy)]
enum Feat {
    Word,
    Pair,
    Letters,
    Signal,
    Signals,
}

/// The shortest and the longest row of letters.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=5;

impl Features {
    /// For signals named `signals`, the first `names` of which are kinds of names.
    pub fn new<'a>(signals: impl Iterator<Item = &'a str>, names: u16) -> Self {
        let hash = |name: &str| WordHash::of(name.chars());
        Self { stemmer: Stemmer::create(Algorithm::English), signals: signals.map(hash).collect(), names }
    }

    /// Every feature of a sentence.
    pub fn read(&self, words: &Words, hits: &[Hit]) -> Vec<Feature> {
        let mut out = Out(Vec::with_capacity(words.all.len() * 12));
        let tokens = self.tokens(words, hits);
        let mut before: Option<&Token> = None;
        for token in &tokens {
            out.add(Feat::Word, [token.hash], token.first, token.last);
            if let Some(before) = before {
                out.add(Feat::Pair, [before.hash, token.hash], before.first, token.last);
            }
            before = Some(token);
        }
        for (at, word) in words.all.iter().enumerate() {
            if matches!(word.kind, Kind::Hebrew | Kind::Letters) && !self.is_named(hits, at) && !word.mention {
                rows_of_letters(words.form(word), at, &mut out);
            }
        }
        self.signal_features(hits, &mut out);
        out.0
    }

    fn signal_features(&self, hits: &[Hit], out: &mut Out) {
        let mut seen: Vec<(&Hit, WordHash)> = Vec::new();
        for hit in hits {
            let Some(hash) = self.signals.get(usize::from(hit.signal.0)) else { continue };
            if seen.iter().all(|(s, _)| s.signal != hit.signal) {
                out.add(Feat::Signal, [*hash], hit.first, hit.last);
                seen.push((hit, *hash));
            }
        }
        seen.sort_by_key(|(hit, _)| hit.signal);
        for (index, (a, hash_a)) in seen.iter().enumerate() {
            for (b, hash_b) in seen.iter().skip(index + 1) {
                out.add(Feat::Signals, [*hash_a, *hash_b], a.first.min(b.first), a.last.max(b.last));
            }
        }
    }

    fn is_name(&self, signal: SignalId) -> bool {
        signal.0 < self.names
    }

    fn is_named(&self, hits: &[Hit], at: usize) -> bool {
        hits.iter().any(|h| self.is_name(h.signal) && h.first <= at && at <= h.last)
    }

    fn tokens(&self, words: &Words, hits: &[Hit]) -> Vec<Token> {
        let mut out = Vec::with_capacity(words.all.len());
        let mut at = 0;
        while let Some(word) = words.all.get(at) {
            let name = hits.iter().filter(|h| h.first == at && self.is_name(h.signal)).max_by_key(|h| h.last);
            let last = name.map_or(at, |hit| hit.last);
            let named = name.and_then(|hit| self.signals.get(usize::from(hit.signal.0)).copied());
            if let Some(hash) = named.or_else(|| self.word(words, word)) {
                out.push(Token { hash, first: at, last });
            }
            at = last + 1;
        }
        out
    }

    /// What a word counts as; nothing for most punctuation.
    fn word(&self, words: &Words, word: &Word) -> Option<WordHash> {
        let fixed = |text: &str| Some(WordHash::of(text.chars()));
        match word.kind {
            _ if word.mention => fixed("<mention>"),
            Kind::Hebrew => Some(WordHash::of(hebrew::key(words.form(word)))),
            Kind::Letters => fixed(&self.stemmer.stem(words.form(word))),
            Kind::Emoji => fixed(words.form(word)),
            Kind::Opaque => fixed("<link>"),
            Kind::Number(number) => fixed(match number.unit {
                NumberUnit::Percent => "<percent>",
                NumberUnit::Scale => "<scale>",
                NumberUnit::Clock => "<clock>",
                NumberUnit::Date => "<date>",
                NumberUnit::Ordinal => "<ordinal>",
                NumberUnit::None if number.value < 10.0 => "<digit>",
                NumberUnit::None if number.value < 1_000.0 => "<number>",
                NumberUnit::None => "<thousands>",
            }),
            Kind::Mark('?' | '!' | '"' | '…') => fixed(words.form(word)),
            Kind::Mark(_) => None,
        }
    }
}

struct Token {
    hash: WordHash,
    first: usize,
    last: usize,
}

/// Rows of letters of a word, its ends marked.
fn rows_of_letters(form: &str, at: usize, out: &mut Out) {
    let letters: Vec<char> = std::iter::once('<').chain(hebrew::key(form)).chain(['>']).collect();
    for length in LETTERS {
        for row in letters.windows(length) {
            out.add(Feat::Letters, [WordHash::of(row.iter().copied())], at, at);
        }
    }
}

/// Collects features.
struct Out(Vec<Feature>);

impl Out {
    fn add<const N: usize>(&mut self, kind: Feat, parts: [WordHash; N], first: usize, last: usize) {
        let mixed = parts.into_iter().fold(WordHash::of(std::iter::empty()), WordHash::then).short();
        // The kind stands in the top bits, so that features of two kinds never meet.
        let hash = (mixed >> 3) | (u32::from(kind as u8) << 29);
        let index = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        self.0.push(Feature { hash, first: index(first), last: index(last) });
    }
}
