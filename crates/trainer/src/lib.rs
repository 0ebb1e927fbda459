//! Learns the checker's trained layer from labelled posts.
//!
//! The same posts give the same layer, to the bit: nothing is drawn by chance but in an order that is fixed. A linear
//! support vector machine a category gives the weights (`svm`), out-of-fold scores give blend and thresholds (`blend`), the weights
//! that say most are kept, in steps of eight bits.
//!
//! What does not belong here: reading files, and anything that ships.

mod blend;
mod svm;

use std::collections::HashMap;

use amana_checker::layer::{CATEGORIES, Layer, PerCategory, Scores, Sums, counts, scores};

use svm::{Problem, Row};

/// A labelled post.
#[derive(Debug, Clone)]
pub struct Post {
    /// The features of each sentence.
    pub sentences: Vec<Vec<u32>>,
    /// Whether a warning is wanted, a category.
    pub labels: PerCategory<bool>,
}

/// What the learner aims at.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// At most this share of posts that want no warning may have one, on posts that were not learned from.
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
    let vocabulary = vocabulary(posts);
    let rows: Vec<Row> = posts.iter().map(|post| row(post, &vocabulary)).collect();
    let apart = scores_apart(posts, &rows, &vocabulary);
    let labels: Vec<PerCategory<bool>> = posts.iter().map(|post| post.labels).collect();
    let weights = learn(&rows, posts, vocabulary.len(), |_| true);
    let mut layer = kept(&weights, &vocabulary, aim.features);
    layer.blends = blend::blends(&apart, &labels, aim.alarms);
    layer
}

type Vocabulary = HashMap<u32, u32>;

/// The features that are common enough, numbered in a fixed order.
fn vocabulary(posts: &[Post]) -> Vocabulary {
    let mut seen: HashMap<u32, usize> = HashMap::new();
    for post in posts {
        let mut own: Vec<u32> = post.sentences.iter().flatten().copied().collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|feature| *seen.entry(feature).or_default() += 1);
    }
    let mut common: Vec<u32> =
        seen.into_iter().filter(|(_, times)| *times >= RARE).map(|(feature, _)| feature).collect();
    common.sort_unstable();
    (0..).zip(common).map(|(index, feature)| (feature, index)).collect()
}

/// A post as the machine reads it: as [`scores`] measures a whole post.
fn row(post: &Post, vocabulary: &Vocabulary) -> Row {
    let mut values: HashMap<u32, f32> = HashMap::new();
    let mut measure = 0.0;
    for sentence in &post.sentences {
        for feature in once(sentence) {
            let count = counts(feature);
            measure += count * count;
            if let Some(index) = vocabulary.get(&feature) {
                *values.entry(*index).or_default() += count;
            }
        }
    }
    let length = f32::max(measure, 1.0).sqrt();
    let mut row: Row = values.into_iter().map(|(index, value)| (index, value / length)).collect();
    row.sort_by_key(|(index, _)| *index);
    row
}

fn once(sentence: &[u32]) -> Vec<u32> {
    let mut own = sentence.to_vec();
    own.sort_unstable();
    own.dedup();
    own
}

/// The scores of every post by weights that were learned without its part.
fn scores_apart(posts: &[Post], rows: &[Row], vocabulary: &Vocabulary) -> Vec<Scores> {
    let mut out = vec![Scores::default(); posts.len()];
    for fold in 0..FOLDS {
        let weights = learn(rows, posts, vocabulary.len(), |index| index % FOLDS != fold);
        for (index, post) in posts.iter().enumerate().filter(|(index, _)| index % FOLDS == fold) {
            if let Some(slot) = out.get_mut(index) {
                *slot = scores(&sums(post, vocabulary, &weights));
            }
        }
    }
    out
}

fn sums(post: &Post, vocabulary: &Vocabulary, weights: &PerCategory<Vec<f32>>) -> Vec<Sums> {
    let sentence = |sentence: &Vec<u32>| {
        once(sentence).into_iter().fold(Sums::default(), |mut sums, feature| {
            let count = counts(feature);
            sums.measure += count * count;
            if let Some(index) = vocabulary.get(&feature) {
                let own = weights.iter().map(|w| w.get(*index as usize).copied().unwrap_or_default());
                sums.weights.iter_mut().zip(own).for_each(|(sum, w)| *sum += w * count);
            }
            sums
        })
    };
    post.sentences.iter().map(sentence).collect()
}

/// The weights of each category, learned from the posts that `learned` picks by index.
fn learn(rows: &[Row], posts: &[Post], features: usize, learned: impl Fn(usize) -> bool) -> PerCategory<Vec<f32>> {
    let mut out: PerCategory<Vec<f32>> = Default::default();
    for (category, weights) in out.iter_mut().enumerate() {
        let picked = rows.iter().zip(posts).enumerate().filter(|(index, _)| learned(*index));
        let examples = picked.map(|(_, (row, post))| (row, post.labels.get(category).copied().unwrap_or_default()));
        *weights = svm::solve(&Problem { examples: examples.collect(), features });
    }
    out
}

/// The layer of the features whose weights say most.
fn kept(weights: &PerCategory<Vec<f32>>, vocabulary: &Vocabulary, most: usize) -> Layer {
    let of = |index: u32| weights.each_ref().map(|w| w.get(index as usize).copied().unwrap_or_default());
    let largest = |w: PerCategory<f32>| w.into_iter().map(f32::abs).fold(0.0, f32::max);
    let mut ranked: Vec<(u32, PerCategory<f32>)> =
        vocabulary.iter().map(|(feature, index)| (*feature, of(*index))).collect();
    ranked.sort_by(|(a, x), (b, y)| (largest(*y) * counts(*b)).total_cmp(&(largest(*x) * counts(*a))).then(a.cmp(b)));
    ranked.truncate(most);
    let mut layer = Layer::default();
    for (category, step) in layer.steps.iter_mut().enumerate() {
        let values = ranked.iter().filter_map(|(_, w)| w.get(category));
        *step = values.map(|w| w.abs()).fold(0.0, f32::max) / f32::from(i8::MAX);
    }
    let steps = layer.steps;
    layer.weights.extend(ranked.into_iter().map(|(feature, w)| (feature, in_steps(w, steps))));
    layer
}

fn in_steps(weights: PerCategory<f32>, steps: PerCategory<f32>) -> PerCategory<i8> {
    let mut out = [0; CATEGORIES];
    for (slot, (weight, step)) in out.iter_mut().zip(weights.into_iter().zip(steps)) {
        *slot = nearest(weight / step.max(f32::MIN_POSITIVE));
    }
    out
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
                labels: [label, false, false, false, false],
            }
        };
        (0..60).map(post).collect()
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
