//! One pass over a sentence: its words, and every signal in it. What depends on the sentence's text alone, and so may be cached.

use crate::{
    compile::Tables,
    features::Feature,
    layer::Sums,
    lexicon::{Hit, SignalId},
    numbers::NumberUnit,
    span::Utf16Span,
    stems::{Stem, stems},
    words::{Kind, Word, Words},
};

/// What one sentence holds.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    /// Where each word stands, from the sentence's start.
    pub spans: Vec<Utf16Span>,
    /// Every signal, ordered by its first word.
    pub hits: Vec<Hit>,
    /// What the trained layer reads.
    pub features: Vec<Feature>,
    /// What the trained layer makes of them.
    pub sums: Sums,
    /// Whether it has words in Hebrew letters.
    pub hebrew: bool,
    /// Whether it has words in Latin or other letters.
    pub latin: bool,
    /// Whether it ends as a question.
    pub question: bool,
}

/// The signals that numbers give.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NumberSignals {
    /// `@number`: any number but a date or a time.
    pub number: SignalId,
    /// `@money`: a number with a currency.
    pub money: SignalId,
    /// `@percent`.
    pub percent: SignalId,
    /// `@amount`: thousands and more, with or without a currency.
    pub amount: SignalId,
    /// `@date`.
    pub date: SignalId,
    /// The list of currencies.
    pub currency: SignalId,
    /// The list of words like "thousand".
    pub magnitude: SignalId,
    /// The list of numbers in words.
    pub number_word: SignalId,
}

/// A number from which on it is an `@amount` by itself.
const LARGE: f64 = 10_000.0;

/// Reads a sentence.
pub(crate) fn scan(sentence: &str, tables: &Tables) -> Scanned {
    let words = Words::read(sentence);
    let readings: Vec<Vec<Stem>> = words.all.iter().map(|w| readings(&words, w)).collect();
    let mut hits = tables.lexicon.find(&readings);
    hits.retain(|hit| !mentioned(&words, hit));
    hits.extend(tables.names.find(&readings));
    number_hits(&words, tables.numbers, &mut hits);
    hits.sort_by_key(|hit| (hit.first, hit.last, hit.signal));
    hits.dedup();
    let features = tables.features.read(&words, &hits);
    let hashes: Vec<u32> = features.iter().map(|f| f.hash).collect();
    Scanned {
        spans: words.all.iter().map(|w| w.span).collect(),
        sums: tables.layer.sums(&hashes),
        features,
        hits,
        hebrew: words.all.iter().any(|w| w.kind == Kind::Hebrew),
        latin: words.all.iter().any(|w| w.kind == Kind::Letters),
        question: words
            .all
            .iter()
            .rev()
            .take_while(|w| matches!(w.kind, Kind::Mark(_) | Kind::Emoji))
            .any(|w| w.kind == Kind::Mark('?')),
    }
}

/// Every reading of `word`.
pub(crate) fn readings(words: &Words, word: &Word) -> Vec<Stem> {
    let mut out = Vec::new();
    stems(words, word, &mut out);
    out
}

/// Only names are looked for in a `@mention`.
fn mentioned(words: &Words, hit: &Hit) -> bool {
    words.all.iter().skip(hit.first).take(hit.last + 1 - hit.first).any(|w| w.mention)
}

/// Adds what numbers, currencies and "thousand" make together.
fn number_hits(words: &Words, signals: NumberSignals, hits: &mut Vec<Hit>) {
    let has =
        |hits: &[Hit], signal, at: usize| hits.iter().find(|h| h.signal == signal && h.first == at).map(|h| h.last);
    let mut found = Vec::new();
    for (first, word) in words.all.iter().enumerate() {
        let (large, unit) = match word.kind {
            Kind::Number(number) => (number.value >= LARGE || number.unit == NumberUnit::Scale, number.unit),
            _ if has(hits, signals.number_word, first).is_some() || has(hits, signals.magnitude, first).is_some() => {
                (false, NumberUnit::None)
            }
            _ => continue,
        };
        let magnitude = has(hits, signals.magnitude, first + 1);
        let last = magnitude.unwrap_or(first);
        let before = first.checked_sub(1).filter(|at| has(hits, signals.currency, *at).is_some());
        let after = has(hits, signals.currency, last + 1);
        let span = |signal| Hit { signal, first: before.unwrap_or(first), last: after.unwrap_or(last) };
        match unit {
            NumberUnit::Percent => found.push(span(signals.percent)),
            NumberUnit::Date => found.push(span(signals.date)),
            NumberUnit::None | NumberUnit::Scale => found.push(span(signals.number)),
            NumberUnit::Clock | NumberUnit::Ordinal => {}
        }
        if before.is_some() || after.is_some() {
            found.push(span(signals.money));
        }
        if large || magnitude.is_some() || has(hits, signals.magnitude, first).is_some() {
            found.push(span(signals.amount));
        }
    }
    hits.append(&mut found);
}
