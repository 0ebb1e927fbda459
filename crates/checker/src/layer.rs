//! The trained layer: a model of two stages over the features of a post, for what no single rule can tell.
//!
//! First, each feature has a weight a head: the categories, and one for whether any warning is wanted. A stretch of text scores the
//! sum of its features' weights, measured against how much text it is: the whole post, and its strongest two sentences in a row, so
//! that one sentence in a long story is not lost in it. Then a small network (`network`) judges by these scores and the signals of
//! the post. Weights, network and thresholds are learned from `tests/corpus/work` by `amana layer train`; nothing else in here is.

use std::collections::HashSet;

use amana_words::Utf16Span;

use crate::{
    features::{Feat, Feature, HASH_BITS},
    network::{Marks, NUMBERS, Network, take},
    weights::Weights,
};

/// The five categories of the text, in the order of [`amana_charter::Category::TEXT`].
pub const CATEGORIES: usize = 5;

/// One number a category.
pub type PerCategory<T> = [T; CATEGORIES];

/// What features have weights for: the categories, and whether any warning is wanted.
pub const HEADS: usize = CATEGORIES + 1;

/// One number a head, the categories first.
pub type PerHead<T> = [T; HEADS];

/// What a feature of each kind counts, in tenths: words, pairs, rows of letters, signals, pairs of signals. Rows of letters come
/// by the dozen, signals are few and were chosen by a person.
const KIND_TENTHS: [u8; 5] = [10, 12, 5, 20, 10];

/// Added to the measure of a stretch of two sentences, so that a short one does not win by being short.
const SHORT: f32 = 30.0;

/// A rule's finding stands unless the layer is surer than this, in log-odds below its threshold, that nothing is meant. On 4,400
/// posts that an earlier layer had not learned from, rules that it doubted more were wrong more often than right.
pub(crate) const DOUBT: f32 = 0.5;

/// The layer's file begins with these bytes.
const MAGIC: &[u8; 8] = b"amana-l3";

/// What was learned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layer {
    /// A number for what it was learned from: the lists and the corpus.
    pub learned_from: u64,
    /// What one step of a weight is worth.
    pub steps: PerHead<f32>,
    /// Each feature's weights, in steps.
    pub weights: Weights,
    /// The second stage.
    pub network: Network,
}

/// The sums of one sentence, before they are measured against its length.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sums {
    /// The weights of its features.
    pub weights: PerHead<f32>,
    /// How much text it is: the squares of what its features count.
    pub measure: f32,
    /// The signals in it.
    pub signals: Marks,
    /// Whether it has words in Hebrew letters.
    pub hebrew: bool,
}

impl Sums {
    /// The sums of two stretches together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.weights.iter_mut().zip(other.weights).for_each(|(a, b)| *a += b);
        self.measure += other.measure;
        self.signals = self.signals.and(&other.signals);
        self.hebrew |= other.hebrew;
        self
    }

    /// What tells a sentence from another: its weights and its measure.
    fn bits(&self) -> (PerHead<u32>, u32) {
        (self.weights.map(f32::to_bits), self.measure.to_bits())
    }
}

/// What the network judges by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    /// The score of the whole post for each head.
    pub post: PerHead<f32>,
    /// That of its strongest two sentences in a row.
    pub part: PerHead<f32>,
    /// The natural logarithm of one more than how many sentences there are.
    pub sentences: f32,
    /// The signals in it.
    pub signals: Marks,
    /// Whether it has words in Hebrew letters.
    pub hebrew: bool,
}

impl Scores {
    /// All but the signals, as the network reads them.
    #[must_use]
    pub fn numbers(&self) -> [f32; NUMBERS] {
        let mut out = [0.0; NUMBERS];
        let hebrew = f32::from(u8::from(self.hebrew));
        let numbers = self.post.into_iter().chain(self.part).chain([self.sentences, hebrew]);
        out.iter_mut().zip(numbers).for_each(|(slot, number)| *slot = number);
        out
    }
}

/// What a feature counts.
#[must_use]
pub fn counts(feature: u32) -> f32 {
    f32::from(tenths(feature)) / TEN
}

#[inline]
fn tenths(feature: u32) -> u8 {
    KIND_TENTHS.get((feature >> HASH_BITS) as usize).copied().unwrap_or_default()
}

const TEN: f32 = 10.0;

/// The sums of a sentence while its features are added up: in steps of the weights and in tenths, since whole numbers are quickly
/// added.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    weights: PerHead<i32>,
    measure: u32,
    signals: Marks,
}

impl Tally {
    /// Adds one feature.
    #[inline]
    pub fn add(&mut self, feature: u32, layer: &Layer) {
        let count = tenths(feature);
        self.measure = self.measure.wrapping_add(u32::from(count) * u32::from(count));
        if is_signal(feature) {
            layer.network.signal(feature).into_iter().for_each(|index| self.signals.insert(index));
        }
        if let Some(weights) = layer.weights.get(feature) {
            let weights = weights.iter().map(|weight| i32::from(*weight) * i32::from(count));
            self.weights.iter_mut().zip(weights).for_each(|(sum, weight)| *sum = sum.wrapping_add(weight));
        }
    }

    /// Adds what rows of letters have. A sum of more than a million features may begin anew: no words have so many.
    pub fn join(&mut self, other: &Self) {
        self.measure = self.measure.wrapping_add(other.measure);
        self.weights.iter_mut().zip(other.weights).for_each(|(sum, weight)| *sum = sum.wrapping_add(weight));
    }
}

/// What the words of a sentence are worth for a category, from the features that they are in.
pub(crate) struct Worth<'a> {
    layer: &'a Layer,
    category: usize,
    words: Vec<f32>,
}

impl<'a> Worth<'a> {
    /// Of so many words, nothing yet.
    pub fn new(layer: &'a Layer, category: usize, words: usize) -> Self {
        Self { layer, category, words: vec![0.0; words] }
    }

    /// Shares a feature's weight among its words.
    pub fn add(&mut self, feature: Feature) {
        let weight = self.layer.weights.get(feature.hash).and_then(|weights| weights.get(self.category)).copied();
        let Some(weight) = weight.filter(|weight| *weight != 0) else { return };
        let share = f32::from(weight) * counts(feature.hash) / f32::from(feature.last - feature.first + 1);
        let words = self.words.iter_mut().take(usize::from(feature.last) + 1).skip(usize::from(feature.first));
        words.for_each(|worth| *worth += share);
    }

    /// The words that carried the category: from the first to the last that count for much of it.
    pub fn carried_by(&self, spans: &[Utf16Span]) -> Option<Utf16Span> {
        let most = self.words.iter().copied().fold(0.0, f32::max);
        let carrying = self.words.iter().zip(spans).filter(|(worth, _)| most > 0.0 && **worth >= most * CARRYING);
        carrying.map(|(_, span)| *span).reduce(Utf16Span::hull)
    }
}

/// Whether a feature stands for a signal.
#[must_use]
pub fn is_signal(feature: u32) -> bool {
    feature >> HASH_BITS == u32::from(Feat::Signal as u8)
}

/// The scores of a post from the sums of its sentences. What is said again, as in a song or a pasted text, counts once.
#[must_use]
pub fn scores(sentences: &[Sums]) -> Scores {
    let mut seen = HashSet::new();
    let sentences: Vec<Sums> = sentences.iter().filter(|sums| seen.insert(sums.bits())).copied().collect();
    let whole = sentences.iter().fold(Sums::default(), Sums::and);
    let measured = |sums: &Sums, extra: f32| sums.weights.map(|w| w / (sums.measure + extra).sqrt().max(1.0));
    let pairs = sentences.windows(2).filter_map(|pair| Some((*pair.first()?).and(pair.last()?)));
    let stretches = sentences.iter().copied().chain(pairs).map(|sums| measured(&sums, SHORT));
    let strongest = |a: PerHead<f32>, b: PerHead<f32>| {
        let mut out = a;
        out.iter_mut().zip(b).for_each(|(a, b)| *a = a.max(b));
        out
    };
    Scores {
        post: measured(&whole, 0.0),
        part: stretches.reduce(strongest).unwrap_or_default(),
        sentences: u16::try_from(sentences.len()).map_or(f32::from(u16::MAX), f32::from).ln_1p(),
        signals: whole.signals,
        hebrew: whole.hebrew,
    }
}

impl Layer {
    /// The sums of a sentence.
    #[must_use]
    pub fn sums(&self, features: &[u32]) -> Sums {
        let mut tally = Tally::default();
        features.iter().for_each(|feature| tally.add(*feature, self));
        self.sums_of(&tally)
    }

    /// The sums of a sentence, once its features are added up.
    pub(crate) fn sums_of(&self, tally: &Tally) -> Sums {
        let measure = tally.measure as f32 / (TEN * TEN);
        let mut sums = Sums { measure, signals: tally.signals, ..Sums::default() };
        let weights = tally.weights.iter().zip(self.steps).map(|(weight, step)| *weight as f32 * step / TEN);
        sums.weights.iter_mut().zip(weights).for_each(|(sum, weight)| *sum = weight);
        sums
    }

    /// How sure the layer is of each category: positive is a warning.
    #[must_use]
    pub fn judge(&self, sentences: &[Sums]) -> PerCategory<f32> {
        self.network.judge(&scores(sentences))
    }

    /// The layer as a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(self.learned_from.to_le_bytes());
        self.steps.iter().for_each(|step| out.extend(step.to_le_bytes()));
        self.network.write(&mut out);
        self.weights.write(&mut out);
        out
    }

    /// Reads what [`Layer::to_bytes`] wrote; nothing when it is something else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let mut layer = Self { learned_from: take(&mut rest).map(u64::from_le_bytes)?, ..Self::default() };
        for step in &mut layer.steps {
            *step = take(&mut rest).map(f32::from_le_bytes)?;
        }
        layer.network = Network::read(&mut rest)?;
        layer.weights = Weights::read(rest)?;
        Some(layer)
    }
}

/// A word carries a finding when it is worth so much of the worthiest.
const CARRYING: f32 = 0.4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::UNITS;

    #[test]
    fn a_layer_comes_back_from_its_file() {
        let mut layer = Layer { learned_from: 7, steps: [0.5; HEADS], ..Layer::default() };
        layer.network.signals = vec![4, 5];
        layer.network.inputs = vec![(0.25, [-3; UNITS]); NUMBERS + 2];
        layer.network.outputs[7][1] = -3.0;
        layer.weights = [(9, [1, -2, 3, 0, 127, 5]), (3, [0, 0, -128, 0, 1, 0])].into_iter().collect();
        assert_eq!(Layer::from_bytes(&layer.to_bytes()), Some(layer));
        assert_eq!(Layer::from_bytes(b"amana-l3"), None);
        assert_eq!(Layer::from_bytes(b""), None);
    }

    #[test]
    fn what_is_said_again_counts_once() {
        let sentence = Sums { weights: [2.0, 0.0, 0.0, 0.0, 0.0, 0.0], measure: 30.0, ..Sums::default() };
        let once = scores(&[sentence]);
        let often = scores(&[sentence; 100]);
        assert_eq!((often.post, often.part, often.sentences), (once.post, once.part, once.sentences));
    }

    #[test]
    fn one_sentence_is_not_lost_in_a_long_post() {
        let loud = Sums { weights: [9.0, 0.0, 0.0, 0.0, 0.0, 0.0], measure: 30.0, ..Sums::default() };
        let quiet = (0..20_u8).map(|n| Sums { measure: 30.0 + f32::from(n), ..Sums::default() });
        let long: Vec<Sums> = quiet.chain([loud]).collect();
        assert!(scores(&long).part[0] > 3.0 * scores(&long).post[0]);
        assert_eq!(scores(&[]).part[0], 0.0);
    }
}
