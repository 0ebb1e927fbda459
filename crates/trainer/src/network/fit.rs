//! Fitting a network to examples.

use amana_checker::{
    layer::{CATEGORIES, PerCategory},
    network::{PerUnit, UNITS},
};

use super::Example;
use crate::chance::Chance;

/// Every example is looked at so often.
const ROUNDS: usize = 20;

/// So many examples are looked at before a step is taken.
const BATCH: usize = 256;

/// How far a step goes, at most.
const STEP: f32 = 1e-3;

/// How much of the slope and of its square is kept from the steps before, and what keeps a division from zero: as Adam's authors have it.
const KEPT: f32 = 0.9;
const KEPT_SQUARE: f32 = 0.999;
const TINY: f32 = 1e-8;

/// What large weights cost, shared by the examples of a batch: as much as one example may, so that no rare signal decides alone.
const PENALTY: f32 = 1.0;

/// A network in floats.
#[derive(Clone)]
pub(crate) struct Fitted {
    /// Of each input, its weight in each unit.
    pub inputs: Vec<PerUnit<f32>>,
    /// What each unit adds.
    pub biases: PerUnit<f32>,
    /// What each unit says of each category.
    pub outputs: PerUnit<PerCategory<f32>>,
    /// What is added for each category.
    pub bias: PerCategory<f32>,
}

/// Fits a network of so many inputs.
pub(crate) fn fit(examples: &[&Example], inputs: usize) -> Fitted {
    let mut chance = Chance::default();
    let mut network = Fitted::by_chance(inputs, &mut chance);
    let mut adam = Adam { slope: Fitted::zero(inputs), square: Fitted::zero(inputs), steps: 0 };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for _ in 0..ROUNDS {
        chance.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            let mut slope = Fitted::zero(inputs);
            batch
                .iter()
                .filter_map(|index| examples.get(*index))
                .for_each(|example| network.learn(example, &mut slope));
            slope.finish(&network, 1.0 / crate::float(batch.len()));
            adam.step(&mut network, &slope);
        }
    }
    network
}

impl Fitted {
    fn zero(inputs: usize) -> Self {
        Self {
            inputs: vec![[0.0; UNITS]; inputs],
            biases: [0.0; UNITS],
            outputs: [[0.0; CATEGORIES]; UNITS],
            bias: [0.0; CATEGORIES],
        }
    }

    /// Weights that let signs and sizes through unchanged on average (Glorot, Bengio, "Understanding the difficulty of training deep
    /// feedforward neural networks", AISTATS 2010).
    fn by_chance(inputs: usize, chance: &mut Chance) -> Self {
        let bound = |from: usize, to: usize| (6.0 / crate::float(from + to)).sqrt();
        let mut out = Self::zero(inputs);
        let own = out.inputs.iter_mut().flatten().chain(&mut out.biases);
        own.for_each(|weight| *weight = chance.within(bound(inputs, UNITS)));
        let own = out.outputs.iter_mut().flatten().chain(&mut out.bias);
        own.for_each(|weight| *weight = chance.within(bound(UNITS, CATEGORIES)));
        out
    }

    /// What it says of each category, in log-odds.
    pub fn says(&self, example: &Example) -> PerCategory<f32> {
        self.out(&self.units(example))
    }

    fn units(&self, example: &Example) -> PerUnit<f32> {
        let mut units = self.biases;
        for (row, value) in example.inputs.iter().filter_map(|(index, value)| Some((self.inputs.get(*index)?, value))) {
            units.iter_mut().zip(row).for_each(|(unit, weight)| *unit += value * weight);
        }
        units.map(|unit| unit.max(0.0))
    }

    fn out(&self, units: &PerUnit<f32>) -> PerCategory<f32> {
        let mut out = self.bias;
        for (unit, says) in units.iter().zip(&self.outputs) {
            out.iter_mut().zip(says).for_each(|(sum, weight)| *sum += unit * weight);
        }
        out
    }

    /// Adds the slope of an example's logistic loss to `slope`.
    fn learn(&self, example: &Example, slope: &mut Self) {
        let units = self.units(example);
        let mut off = self.out(&units).map(|odds| 1.0 / (1.0 + (-odds).exp()));
        off.iter_mut().zip(example.labels).for_each(|(off, wanted)| *off -= f32::from(u8::from(wanted)));
        let mut back = [0.0; UNITS];
        for (((unit, says), slopes), back) in units.iter().zip(&self.outputs).zip(&mut slope.outputs).zip(&mut back) {
            slopes.iter_mut().zip(off).for_each(|(slope, off)| *slope += unit * off);
            let own = says.iter().zip(off).map(|(weight, off)| weight * off).sum::<f32>();
            *back = if *unit > 0.0 { own } else { 0.0 };
        }
        slope.bias.iter_mut().zip(off).for_each(|(slope, off)| *slope += off);
        slope.biases.iter_mut().zip(back).for_each(|(slope, back)| *slope += back);
        for (index, value) in &example.inputs {
            let row = slope.inputs.get_mut(*index).into_iter().flatten();
            row.zip(back).for_each(|(slope, back)| *slope += value * back);
        }
    }

    /// Makes the slope of a whole batch of what its examples added up to; weights, not biases, are penalised.
    fn finish(&mut self, network: &Self, share: f32) {
        let own = self.inputs.iter_mut().flatten().chain(self.outputs.iter_mut().flatten());
        let weights = network.inputs.iter().flatten().chain(network.outputs.iter().flatten());
        own.zip(weights).for_each(|(slope, weight)| *slope = (*slope + PENALTY * weight) * share);
        self.biases.iter_mut().chain(&mut self.bias).for_each(|slope| *slope *= share);
    }

    /// Every number.
    fn numbers(&self) -> impl Iterator<Item = &f32> {
        let inputs = self.inputs.iter().flatten().chain(&self.biases);
        inputs.chain(self.outputs.iter().flatten()).chain(&self.bias)
    }

    fn numbers_mut(&mut self) -> impl Iterator<Item = &mut f32> {
        let inputs = self.inputs.iter_mut().flatten().chain(&mut self.biases);
        inputs.chain(self.outputs.iter_mut().flatten()).chain(&mut self.bias)
    }
}

/// What is kept of the steps before.
struct Adam {
    slope: Fitted,
    square: Fitted,
    steps: i32,
}

impl Adam {
    fn step(&mut self, network: &mut Fitted, slope: &Fitted) {
        self.steps += 1;
        let start = (1.0 - KEPT_SQUARE.powi(self.steps)).sqrt() / (1.0 - KEPT.powi(self.steps));
        let kept = self.slope.numbers_mut().zip(self.square.numbers_mut());
        for ((weight, now), (slope, square)) in network.numbers_mut().zip(slope.numbers()).zip(kept) {
            *slope = KEPT * *slope + (1.0 - KEPT) * now;
            *square = KEPT_SQUARE * *square + (1.0 - KEPT_SQUARE) * now * now;
            *weight -= STEP * start * *slope / (square.sqrt() + TINY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Either signal alone wants a warning, both together want none: no sum can tell.
    #[test]
    fn learns_what_two_signals_mean_together() {
        let example = |first: bool, second: bool| Example {
            inputs: [(0, first), (1, second)].into_iter().filter(|(_, held)| *held).map(|(i, _)| (i, 5.0)).collect(),
            hebrew: false,
            labels: [first != second, false, false, false, false],
        };
        let cases = [(false, false), (true, false), (false, true), (true, true)];
        let examples: Vec<Example> = cases.iter().cycle().take(8_000).map(|(a, b)| example(*a, *b)).collect();
        let fitted = fit(&examples.iter().collect::<Vec<_>>(), 2);
        let says = cases.map(|(a, b)| fitted.says(&example(a, b))[0] > 0.0);
        assert_eq!(says, [false, true, true, false]);
    }
}
