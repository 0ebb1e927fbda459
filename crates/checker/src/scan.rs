//! One pass over a sentence: its words, and every signal in it. What depends on the sentence's text alone, and so may be cached.

use std::cell::OnceCell;

use amana_words::{Hit, Kind, NumberUnit, Readings, SignalId, Signals, Utf16Span, Words};

use crate::{
    compile::Tables,
    features::Features,
    layer::{PerCategory, Sums, Tally, Worth},
    place::Holds,
    signal_set::SignalSet,
};

/// What one sentence holds.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    /// Where each word stands, from the sentence's start.
    pub spans: Vec<Utf16Span>,
    /// Every signal, ordered by its first word.
    pub hits: Vec<Hit>,
    /// The signals in these.
    pub signals: SignalSet,
    /// What holds of it alone.
    pub alone: Holds,
    /// What the trained layer makes of it.
    pub sums: Sums,
    /// Whether it has words in Hebrew letters.
    pub hebrew: bool,
    /// Whether it has words in Latin or other letters.
    pub latin: bool,
    carried: PerCategory<OnceCell<Option<Utf16Span>>>,
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

impl NumberSignals {
    /// By their names.
    pub fn of(signals: &mut Signals) -> Self {
        Self {
            number: signals.id("number"),
            money: signals.id("money"),
            percent: signals.id("percent"),
            amount: signals.id("amount"),
            date: signals.id("date"),
            currency: signals.id("currency"),
            magnitude: signals.id("magnitude"),
            number_word: signals.id("number-word"),
        }
    }
}

/// A number from which on it is an `@amount` by itself.
const LARGE: f64 = 10_000.0;

/// Reads a sentence.
pub(crate) fn scan(sentence: &str, tables: &Tables) -> Scanned {
    let words = Words::read(sentence);
    let readings = Readings::of(&words);
    let hits = hits(&words, &readings, tables);
    let tally = tally(&words, &readings, &hits, tables);
    let kinds = || words.all.iter().map(|w| w.kind);
    let mut last = kinds().rev().take_while(|kind| matches!(kind, Kind::Mark(_) | Kind::Emoji));
    let hebrew = kinds().any(|kind| kind == Kind::Hebrew);
    let question = last.any(|kind| kind == Kind::Mark('?'));
    let signals = SignalSet::of(&hits);
    Scanned {
        spans: words.all.iter().map(|w| w.span).collect(),
        sums: Sums { hebrew, ..tables.layer.sums_of(&tally) },
        alone: Holds::alone(&signals, question, &tables.place),
        hits,
        signals,
        hebrew,
        latin: kinds().any(|kind| kind == Kind::Letters),
        carried: Default::default(),
    }
}

impl Scanned {
    /// The words that carry a category in the trained layer's eyes, of the sentence that was read as this; found out once.
    pub fn carried(&self, category: usize, sentence: &str, tables: &Tables) -> Option<Utf16Span> {
        let find = || {
            let mut worth = Worth::new(tables.layer, category, self.spans.len());
            tables.features.read(&Words::read(sentence), &self.hits, |feature| worth.add(feature));
            worth.carried_by(&self.spans)
        };
        *self.carried.get(category)?.get_or_init(find)
    }
}

/// All features of a sentence added up; the rows of letters of a word that came lately are not looked up again.
fn tally(words: &Words, readings: &Readings, hits: &[Hit], tables: &Tables) -> Tally {
    let layer = tables.layer;
    let mut all = Tally::default();
    tables.features.read_but_letters(words, hits, |feature| all.add(feature.hash, layer));
    let mut recent = tables.letters.known();
    for (at, word) in Features::spelled(words, hits) {
        let Some(written) = readings.word(at).first() else { continue };
        let known = recent.get(written.hash).unwrap_or_else(|| {
            let mut own = Tally::default();
            Features::letters(words, at, word, |feature| own.add(feature.hash, layer));
            recent.put(written.hash, own);
            own
        });
        all.join(&known);
    }
    all
}

/// What the trained layer reads in a sentence.
pub(crate) fn features(sentence: &str, tables: &Tables) -> Vec<u32> {
    let words = Words::read(sentence);
    let mut out = Vec::new();
    let hits = hits(&words, &Readings::of(&words), tables);
    tables.features.read(&words, &hits, |feature| out.push(feature.hash));
    out
}

/// Every signal in a sentence, ordered by its first word.
fn hits(words: &Words, readings: &Readings, tables: &Tables) -> Vec<Hit> {
    let mut hits = tables.lexicon.find(readings);
    hits.append(&mut tables.own_lexicon.find(readings));
    hits.retain(|hit| !mentioned(words, hit));
    hits.append(&mut tables.names.find(words, readings));
    number_hits(words, tables.numbers, &mut hits);
    hits.sort_unstable();
    hits.dedup();
    hits
}

/// Only names are looked for in a `@mention`.
fn mentioned(words: &Words, hit: &Hit) -> bool {
    words.all.iter().skip(hit.first).take(hit.last + 1 - hit.first).any(|w| w.mention)
}

/// Adds what numbers, currencies and "thousand" make together.
fn number_hits(words: &Words, signals: NumberSignals, hits: &mut Vec<Hit>) {
    let near = Near { signals, hits: hits.iter().filter(|hit| signals.counts(hit.signal)).copied().collect() };
    for (first, word) in words.all.iter().enumerate() {
        match word.kind {
            Kind::Number(number) => {
                let large = number.value >= LARGE || number.unit == NumberUnit::Scale;
                near.add(first, number.unit, large, hits);
            }
            _ if near.has(signals.number_word, first).is_some() => near.add(first, NumberUnit::None, false, hits),
            _ if near.has(signals.magnitude, first).is_some() => near.add(first, NumberUnit::None, true, hits),
            _ => {}
        }
    }
}

impl NumberSignals {
    /// Whether this is one of the lists from which numbers are put together.
    fn counts(&self, signal: SignalId) -> bool {
        [self.currency, self.magnitude, self.number_word].contains(&signal)
    }
}

/// The currencies, magnitudes and number words of a sentence.
struct Near {
    signals: NumberSignals,
    hits: Vec<Hit>,
}

impl Near {
    /// The last word of what begins at a word.
    fn has(&self, signal: SignalId, at: usize) -> Option<usize> {
        self.hits.iter().find(|h| h.signal == signal && h.first == at).map(|h| h.last)
    }

    /// Adds what a number at word `first` makes with its neighbours.
    fn add(&self, first: usize, unit: NumberUnit, large: bool, out: &mut Vec<Hit>) {
        let signals = self.signals;
        let magnitude = self.has(signals.magnitude, first + 1);
        let last = magnitude.unwrap_or(first);
        let before = first.checked_sub(1).filter(|at| self.has(signals.currency, *at).is_some());
        let after = self.has(signals.currency, last + 1);
        let span = |signal| Hit { signal, first: before.unwrap_or(first), last: after.unwrap_or(last) };
        match unit {
            NumberUnit::Percent => out.push(span(signals.percent)),
            NumberUnit::Date => out.push(span(signals.date)),
            NumberUnit::None | NumberUnit::Scale => out.push(span(signals.number)),
            NumberUnit::Clock | NumberUnit::Ordinal => {}
        }
        if before.is_some() || after.is_some() {
            out.push(span(signals.money));
        }
        if large || magnitude.is_some() {
            out.push(span(signals.amount));
        }
    }
}
