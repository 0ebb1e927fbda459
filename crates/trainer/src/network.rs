//! The layer's second stage, from the scores of posts whose first stage was learned without them.
//!
//! A network of one row of rectified units is fitted to the labels by Adam (Kingma, Ba, "Adam: A Method for Stochastic Optimization",
//! ICLR 2015), with a penalty on the squares of its weights. Then a threshold on its log-odds a language, the same for all categories,
//! is raised until few enough posts that want no warning have one; it is set on posts that the network, too, was not learned from.

mod fit;

use amana_checker::{
    layer::{PerCategory, Scores},
    network::{NUMBERS, Network, PerUnit},
};

use fit::Fitted;

/// Posts are set apart in so many parts, to set the threshold.
const FOLDS: usize = 5;

/// A signal weighs as if at least one of 25 posts had it, so that a rare one does not speak too loudly: the standard deviation then.
const LEAST_DEVIATION: f32 = 0.2;

/// What the network reads of a post, each input by its index with its value, and what it should say.
pub(crate) struct Example {
    /// Inputs that are not zero.
    pub inputs: Vec<(usize, f32)>,
    /// Whether it has words in Hebrew letters.
    pub hebrew: bool,
    /// Whether a warning is wanted, a category.
    pub labels: PerCategory<bool>,
}

/// Learns the network whose inputs are `signals`, features that stand for signals.
pub(crate) fn learn(scores: &[Scores], labels: &[PerCategory<bool>], signals: Vec<u32>, alarms: f32) -> Network {
    let scale = Scale::of(scores, signals.len());
    let example = |(scores, labels): (&Scores, &PerCategory<bool>)| Example {
        inputs: scale.inputs(scores),
        hebrew: scores.hebrew,
        labels: *labels,
    };
    let examples: Vec<Example> = scores.iter().zip(labels).map(example).collect();
    let thresholds = thresholds(&examples, scale.all(), alarms);
    let fitted = fit::fit(&examples.iter().collect::<Vec<_>>(), scale.all());
    Network { thresholds, ..scale.in_steps(&fitted, signals) }
}

/// How inputs are brought to one scale.
struct Scale {
    /// What is taken away from each number.
    means: [f32; NUMBERS],
    /// What each input is divided by, numbers first.
    deviations: Vec<f32>,
}

impl Scale {
    fn of(scores: &[Scores], signals: usize) -> Self {
        let share = 1.0 / crate::float(scores.len()).max(1.0);
        let mut means = [0.0; NUMBERS];
        let mut squares = [0.0; NUMBERS];
        let mut held = vec![0.0_f32; signals];
        for score in scores {
            for ((mean, square), number) in means.iter_mut().zip(&mut squares).zip(score.numbers()) {
                *mean += number * share;
                *square += number * number * share;
            }
            for index in score.signals.iter() {
                held.get_mut(index).into_iter().for_each(|held| *held += share);
            }
        }
        let numbers = means.iter().zip(squares).map(|(mean, square)| (square - mean * mean).max(0.0).sqrt());
        let held = held.into_iter().map(|share| (share * (1.0 - share)).sqrt());
        Self { means, deviations: numbers.chain(held).map(|deviation| deviation.max(LEAST_DEVIATION)).collect() }
    }

    fn all(&self) -> usize {
        self.deviations.len()
    }

    fn inputs(&self, scores: &Scores) -> Vec<(usize, f32)> {
        let numbers = scores.numbers().into_iter().zip(self.means).map(|(number, mean)| number - mean).enumerate();
        let signals = scores.signals.iter().map(|index| (NUMBERS + index, 1.0));
        let scaled =
            numbers.chain(signals).filter_map(|(index, value)| Some((index, value / self.deviations.get(index)?)));
        scaled.collect()
    }

    /// The network for inputs as they are, its weights in steps of eight bits.
    fn in_steps(&self, fitted: &Fitted, signals: Vec<u32>) -> Network {
        let Fitted { biases, outputs, bias, .. } = *fitted;
        let mut network = Network { signals, biases, outputs, bias, ..Network::default() };
        for (index, (row, deviation)) in fitted.inputs.iter().zip(&self.deviations).enumerate() {
            let row = row.map(|weight| weight / deviation);
            if let Some(mean) = self.means.get(index) {
                network.biases.iter_mut().zip(row).for_each(|(bias, weight)| *bias -= weight * mean);
            }
            network.inputs.push(steps(&row));
        }
        network
    }
}

fn steps(row: &PerUnit<f32>) -> (f32, PerUnit<i8>) {
    let step = row.iter().map(|w| w.abs()).fold(f32::MIN_POSITIVE, f32::max) / f32::from(i8::MAX);
    (step, row.map(|weight| crate::nearest(weight / step)))
}

/// The lowest thresholds, in log-odds, at which no more than `alarms` of the posts that want no warning have one: of posts without
/// Hebrew, and of those with it.
fn thresholds(examples: &[Example], inputs: usize, alarms: f32) -> [f32; 2] {
    let mut loudest = [Vec::new(), Vec::new()];
    for fold in 0..FOLDS {
        let part = |own: bool| {
            let picked = examples.iter().enumerate().filter(move |(index, _)| (index % FOLDS == fold) == own);
            picked.map(|(_, example)| example)
        };
        let fitted = fit::fit(&part(false).collect::<Vec<_>>(), inputs);
        for example in part(true).filter(|example| !example.labels.contains(&true)) {
            let [other, hebrew] = &mut loudest;
            let own = if example.hebrew { hebrew } else { other };
            own.push(fitted.says(example).into_iter().fold(f32::MIN, f32::max));
        }
    }
    loudest.map(|loudest| above(loudest, alarms))
}

/// The lowest threshold that no more than a share of the odds are above.
fn above(mut odds: Vec<f32>, share: f32) -> f32 {
    odds.sort_by(|a, b| b.total_cmp(a));
    let allowed = (0..odds.len()).take_while(|n| crate::float(n + 1) <= share * crate::float(odds.len())).count();
    odds.get(allowed).copied().unwrap_or_default()
}
