//! The second stage of the trained layer: a small network over the scores of the first and the signals that a post holds.
//!
//! A sum can't tell that a budget and "we" mean one thing beside a team and another beside a ministry. One row of units that stay
//! silent below zero can, for a thousandth of what reading the words costs.

use crate::layer::{CATEGORIES, HEADS, PerCategory, Scores};

/// So many units.
pub const UNITS: usize = 64;

/// One number a unit.
pub type PerUnit<T> = [T; UNITS];

/// How many numbers come before the signals among the inputs: two scores a head, how many sentences there are, and the language.
pub const NUMBERS: usize = 2 * HEADS + 2;

/// At most so many signals are inputs.
pub const MOST_SIGNALS: usize = 192;

/// Which of the network's signals a stretch of text holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks([u64; MOST_SIGNALS / 64]);

/// What the network learned.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// The features that stand for the signals, ascending.
    pub signals: Vec<u32>,
    /// The weights of each input, numbers first: what one step is worth, and the steps.
    pub inputs: Vec<(f32, PerUnit<i8>)>,
    /// What each unit adds.
    pub biases: PerUnit<f32>,
    /// What each unit says of each category.
    pub outputs: PerUnit<PerCategory<f32>>,
    /// What is added for each category.
    pub bias: PerCategory<f32>,
    /// From which log-odds on it warns: in other languages, and in Hebrew.
    pub thresholds: [f32; 2],
}

impl Marks {
    /// Marks the signal with this index.
    pub fn insert(&mut self, index: usize) {
        self.0.get_mut(index / 64).into_iter().for_each(|bits| *bits |= 1 << (index % 64));
    }

    /// The signals of two stretches together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(bits, others)| *bits |= others);
        self
    }

    /// The index of each signal.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        (0..MOST_SIGNALS).filter(|index| self.0.get(index / 64).is_some_and(|bits| bits & (1 << (index % 64)) != 0))
    }
}

impl Default for Network {
    fn default() -> Self {
        Self {
            signals: Vec::new(),
            inputs: Vec::new(),
            biases: [0.0; UNITS],
            outputs: [[0.0; CATEGORIES]; UNITS],
            bias: [0.0; CATEGORIES],
            thresholds: [0.0; 2],
        }
    }
}

impl Network {
    /// The index of a signal among the network's.
    #[must_use]
    pub fn signal(&self, feature: u32) -> Option<usize> {
        self.signals.binary_search(&feature).ok()
    }

    /// How sure it is of each category: positive is a warning.
    #[must_use]
    pub fn judge(&self, scores: &Scores) -> PerCategory<f32> {
        let [other, hebrew] = self.thresholds;
        let threshold = if scores.hebrew { hebrew } else { other };
        self.says(scores.numbers(), &scores.signals).map(|odds| odds - threshold)
    }

    /// The log-odds of each category.
    fn says(&self, numbers: [f32; NUMBERS], signals: &Marks) -> PerCategory<f32> {
        let held = signals.iter().filter_map(|index| Some((1.0, self.inputs.get(NUMBERS + index)?)));
        let mut units = self.biases;
        for (value, (step, steps)) in numbers.into_iter().zip(&self.inputs).chain(held) {
            let worth = value * step;
            units.iter_mut().zip(steps).for_each(|(unit, weight)| *unit += worth * f32::from(*weight));
        }
        let mut out = self.bias;
        for (unit, says) in units.iter().zip(&self.outputs).filter(|(unit, _)| **unit > 0.0) {
            out.iter_mut().zip(says).for_each(|(sum, weight)| *sum += unit * weight);
        }
        out
    }

    /// Writes the numbers of each part after how many signals there are.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.extend(u32::try_from(self.signals.len()).unwrap_or(u32::MAX).to_le_bytes());
        self.signals.iter().for_each(|signal| out.extend(signal.to_le_bytes()));
        let worths = self.inputs.iter().map(|(step, _)| step).chain(&self.biases);
        let floats = worths.chain(self.outputs.iter().flatten()).chain(&self.bias).chain(&self.thresholds);
        floats.for_each(|n| out.extend(n.to_le_bytes()));
        out.extend(self.inputs.iter().flat_map(|(_, steps)| steps).flat_map(|step| step.to_le_bytes()));
    }

    /// Reads what [`Network::write`] wrote, and goes on behind it.
    pub(crate) fn read(rest: &mut &[u8]) -> Option<Self> {
        let mut network = Self::default();
        let signals = take(rest).map(u32::from_le_bytes)?;
        for _ in 0..signals {
            network.signals.push(take(rest).map(u32::from_le_bytes)?);
        }
        for _ in 0..NUMBERS + network.signals.len() {
            network.inputs.push((take(rest).map(f32::from_le_bytes)?, [0; UNITS]));
        }
        let Self { biases, outputs, bias, thresholds, .. } = &mut network;
        for slot in biases.iter_mut().chain(outputs.iter_mut().flatten()).chain(bias).chain(thresholds) {
            *slot = take(rest).map(f32::from_le_bytes)?;
        }
        for step in network.inputs.iter_mut().flat_map(|(_, steps)| steps) {
            *step = take(rest).map(i8::from_le_bytes)?;
        }
        Some(network)
    }
}

/// The next bytes.
pub(crate) fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(*bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_speak_above_zero_only() {
        let mut network = Network { signals: vec![3, 9], ..Network::default() };
        network.inputs = vec![(0.0, [0; UNITS]); NUMBERS + 2];
        network.inputs[NUMBERS + 1] = (0.5, [2; UNITS]);
        network.biases[0] = -0.25;
        network.outputs[0] = [1.0, -1.0, 0.0, 0.0, 0.0];
        let mut marks = Marks::default();
        assert_eq!(network.says([0.0; NUMBERS], &marks), [0.0; 5]);
        marks.insert(network.signal(9).unwrap());
        assert_eq!(marks.iter().collect::<Vec<_>>(), [1]);
        assert_eq!(network.says([0.0; NUMBERS], &marks), [0.75, -0.75, 0.0, 0.0, 0.0]);
    }
}
