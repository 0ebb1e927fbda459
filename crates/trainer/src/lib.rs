//! Learns the checker's trained layer from labelled posts.
//!
//! The same posts give the same layer, to the bit: what is drawn by chance is drawn the same each time. A linear support vector
//! machine a head gives weights (`svm`); the features that say most are kept and learned once more without the others; out-of-fold
//! scores give the second stage and its threshold (`network`). Weights are kept in steps.
//!
//! What does not belong here: reading files, and anything that ships.

mod chance;
mod network;
mod svm;

use std::collections::{HashMap, HashSet};

use amana_checker::{
    layer::{HEADS, Layer, PerCategory, PerHead, Scores, Sums, counts, is_signal, scores},
    network::MOST_SIGNALS,
};

use svm::{Problem, Row};

/// A labelled post.
#[derive(Debug, Clone)]
pub struct Post {
    /// The features of each sentence.
    pub sentences: Vec<Vec<u32>>,
    /// Whether it has words in Hebrew letters.
    pub hebrew: bool,
    /// Whether a warning is wanted, a category.
    pub labels: PerCategory<bool>,
}

/// What the learner aims at.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// At most this share of a language's posts that want no warning may have one, on posts that were not learned from.
    pub alarms: f32,
    /// So many features are kept.
    pub features: usize,
}

/// Posts are set apart in so many parts, each scored by what the others taught.
const FOLDS: usize = 5;

/// A feature that fewer posts have is not learned.
const RARE: usize = 2;

/// Learns a layer.
#[must_use]
pub fn train(posts: &[Post], aim: Aim) -> Layer {
    let vocabulary = Vocabulary::of(posts);
    let rows: Vec<Row> = posts.iter().map(|post| vocabulary.row(post)).collect();
    let learner = Learner { posts, rows: &rows, vocabulary: &vocabulary, most: aim.features };
    let apart = scores_apart(posts, &learner);
    let labels: Vec<PerCategory<bool>> = posts.iter().map(|post| post.labels).collect();
    let mut layer = in_steps(&vocabulary, &learner.learn(|_| true));
    layer.network = network::learn(&apart, &labels, vocabulary.signals, aim.alarms);
    layer
}

/// The features that are common enough, numbered in a fixed order.
struct Vocabulary {
    numbers: HashMap<u32, u32>,
    /// By number: the feature, how many posts have it, and how much it counts for being rare.
    features: Vec<(u32, f32, f32)>,
    /// Those of them that stand for signals, ascending.
    signals: Vec<u32>,
}

impl Vocabulary {
    fn of(posts: &[Post]) -> Self {
        let mut seen: HashMap<u32, usize> = HashMap::new();
        for post in posts {
            let mut own: Vec<u32> = post.sentences.iter().flatten().copied().collect();
            own.sort_unstable();
            own.dedup();
            own.into_iter().for_each(|feature| *seen.entry(feature).or_default() += 1);
        }
        let mut common: Vec<(u32, usize)> = seen.into_iter().filter(|(_, times)| *times >= RARE).collect();
        common.sort_unstable();
        let all = float(posts.len());
        let features: Vec<(u32, f32, f32)> =
            common.into_iter().map(|(feature, times)| (feature, float(times), rarity(all / float(times)))).collect();
        Self {
            numbers: (0..).zip(&features).map(|(number, (feature, ..))| (*feature, number)).collect(),
            signals: features
                .iter()
                .map(|(feature, ..)| *feature)
                .filter(|f| is_signal(*f))
                .take(MOST_SIGNALS)
                .collect(),
            features,
        }
    }

    /// The number of a feature, and how much it counts for being rare.
    fn get(&self, feature: u32) -> Option<(u32, f32)> {
        let number = *self.numbers.get(&feature)?;
        Some((number, self.features.get(number as usize)?.2))
    }

    /// A post as the machine reads it: as [`scores`] measures a whole post.
    fn row(&self, post: &Post) -> Row {
        let mut values: HashMap<u32, f32> = HashMap::new();
        let mut measure = 0.0;
        for feature in post.sentences.iter().flatten() {
            let count = counts(*feature);
            measure += count * count;
            if let Some((number, rarity)) = self.get(*feature) {
                *values.entry(number).or_default() += count * rarity;
            }
        }
        let length = f32::max(measure, 1.0).sqrt();
        let mut row: Row = values.into_iter().map(|(index, value)| (index, value / length)).collect();
        row.sort_by_key(|(index, _)| *index);
        row
    }
}

/// How much a feature counts that one of `share` posts has: 1 for one in 150, a little more for rarer ones.
fn rarity(share: f32) -> f32 {
    (share.ln().max(0.0) / 5.0).sqrt()
}

fn float(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}

/// The weights of each head, by a feature's number.
type Learned = PerHead<Vec<f32>>;

/// What is learned from.
struct Learner<'a> {
    posts: &'a [Post],
    rows: &'a [Row],
    vocabulary: &'a Vocabulary,
    /// So many features are kept.
    most: usize,
}

impl Learner<'_> {
    /// The weights learned from the posts that `learned` picks by index.
    fn learn(&self, learned: impl Fn(usize) -> bool) -> Learned {
        let picked: Vec<usize> = (0..self.rows.len()).filter(|index| learned(*index)).collect();
        let rows: Vec<Row> = picked.iter().filter_map(|index| self.rows.get(*index).cloned()).collect();
        let posts: Vec<&Post> = picked.iter().filter_map(|index| self.posts.get(*index)).collect();
        let kept = self.telling(&self.solve(&rows, &posts));
        let fewer = |row: &Row| row.iter().filter(|(number, _)| kept.contains(number)).copied().collect();
        let mut weights = self.solve(&rows.iter().map(fewer).collect::<Vec<Row>>(), &posts);
        for weights in &mut weights {
            let rarities = self.vocabulary.features.iter().map(|(.., rarity)| rarity);
            weights.iter_mut().zip(rarities).for_each(|(weight, rarity)| *weight *= rarity);
        }
        weights
    }

    fn solve(&self, rows: &[Row], posts: &[&Post]) -> Learned {
        let mut out: Learned = Default::default();
        for (head, weights) in out.iter_mut().enumerate() {
            // The last head is for whether any warning is wanted.
            let any = |post: &&Post| post.labels.contains(&true);
            let sought = posts.iter().map(|post| post.labels.get(head).copied().unwrap_or_else(|| any(post)));
            let examples = rows.iter().zip(sought).collect();
            *weights = svm::solve(&Problem { examples, features: self.vocabulary.features.len() });
        }
        out
    }

    /// The numbers of the features that say most: by weight, and a little by how many posts have them.
    fn telling(&self, weights: &Learned) -> HashSet<u32> {
        let says = |number: usize, (feature, times, _): &(u32, f32, f32)| {
            let each = weights.iter().filter_map(|weights| weights.get(number));
            each.map(|w| w.abs()).fold(0.0, f32::max) * counts(*feature) * times.sqrt().sqrt()
        };
        let features = self.vocabulary.features.iter().enumerate();
        let mut ranked: Vec<(u32, f32)> = (0..).zip(features.map(|(number, feature)| says(number, feature))).collect();
        ranked.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        ranked.into_iter().take(self.most).map(|(number, _)| number).collect()
    }
}

/// The scores of every post by weights that were learned without its part.
fn scores_apart(posts: &[Post], learner: &Learner<'_>) -> Vec<Scores> {
    let mut out = vec![Scores::default(); posts.len()];
    for fold in 0..FOLDS {
        let weights = learner.learn(|index| index % FOLDS != fold);
        for (index, post) in posts.iter().enumerate().filter(|(index, _)| index % FOLDS == fold) {
            if let Some(slot) = out.get_mut(index) {
                *slot = scores(&sums(post, learner.vocabulary, &weights));
            }
        }
    }
    out
}

fn sums(post: &Post, vocabulary: &Vocabulary, weights: &Learned) -> Vec<Sums> {
    let sentence = |sentence: &Vec<u32>| {
        sentence.iter().fold(Sums { hebrew: post.hebrew, ..Sums::default() }, |mut sums, feature| {
            let count = counts(*feature);
            sums.measure += count * count;
            let signal = vocabulary.signals.binary_search(feature);
            signal.into_iter().for_each(|index| sums.signals.insert(index));
            if let Some((number, _)) = vocabulary.get(*feature) {
                let own = weights.iter().map(|w| w.get(number as usize).copied().unwrap_or_default());
                sums.weights.iter_mut().zip(own).for_each(|(sum, w)| *sum += w * count);
            }
            sums
        })
    };
    post.sentences.iter().map(sentence).collect()
}

/// How many steps a weight has on either side: few, so that the weights of all heads pack into a small file.
const STEPS: i8 = 31;

/// The layer of all features that have a weight, in steps.
fn in_steps(vocabulary: &Vocabulary, weights: &Learned) -> Layer {
    let mut layer = Layer::default();
    for (step, weights) in layer.steps.iter_mut().zip(weights) {
        *step = weights.iter().map(|w| w.abs()).fold(0.0, f32::max) / f32::from(STEPS);
    }
    let steps = layer.steps;
    let row = |(number, (feature, ..)): (usize, &(u32, f32, f32))| {
        let mut row = [0; HEADS];
        for (slot, (weights, step)) in row.iter_mut().zip(weights.iter().zip(steps)) {
            *slot = nearest(weights.get(number).copied().unwrap_or_default() / step.max(f32::MIN_POSITIVE));
        }
        (*feature, row)
    };
    let rows = vocabulary.features.iter().enumerate().map(row);
    layer.weights = rows.filter(|(_, row)| row.iter().any(|step| *step != 0)).collect();
    layer
}

/// The nearest of the 255 steps, by comparing: a float is never cut off silently.
fn nearest(steps: f32) -> i8 {
    (-i8::MAX..=i8::MAX)
        .min_by(|a, b| (f32::from(*a) - steps).abs().total_cmp(&(f32::from(*b) - steps).abs()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posts() -> Vec<Post> {
        let post = |index: u32| {
            let label = index.is_multiple_of(2);
            Post {
                sentences: vec![vec![100 + u32::from(label), 200 + index % 7]],
                hebrew: false,
                labels: [label, false, false, false, false],
            }
        };
        (0..6_000).map(post).collect()
    }

    #[test]
    fn learns_what_tells_posts_apart_and_the_same_each_time() {
        let aim = Aim { alarms: 0.05, features: 100 };
        let layer = train(&posts(), aim);
        assert_eq!(layer, train(&posts(), aim));
        let judged = |feature| layer.judge(&[layer.sums(&[feature, 203])])[0];
        assert!(judged(101) > 0.0 && judged(100) < 0.0, "{} {}", judged(101), judged(100));
    }

    #[test]
    fn steps_are_rounded_and_bounded() {
        assert_eq!((nearest(1.6), nearest(-900.0), nearest(0.2)), (2, -127, 0));
    }
}
