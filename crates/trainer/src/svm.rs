//! A linear support vector machine by dual coordinate descent.
//!
//! Hsieh, Chang, Lin, Keerthi, Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008: the
//! squared hinge loss, a penalty on the squares of the weights.

use crate::chance::Chance;

/// Features and their values, by feature.
pub(crate) type Row = Vec<(u32, f32)>;

/// What is to be told apart.
pub(crate) struct Problem<'a> {
    /// Each post, and whether it is one of those sought.
    pub examples: Vec<(&'a Row, bool)>,
    /// How many features there are.
    pub features: usize,
}

/// How much a post on the wrong side costs, against large weights.
const COST: f32 = 1.0;

/// What the squared loss adds to every post's own side of the equation.
const DAMPING: f32 = 0.5 / COST;

/// How often every post is looked at.
const ROUNDS: usize = 40;

/// The weight of each feature.
pub(crate) fn solve(problem: &Problem<'_>) -> Vec<f32> {
    let mut weights = vec![0.0; problem.features];
    let mut bias = 0.0;
    let mut duals = vec![0.0_f32; problem.examples.len()];
    let mut order: Vec<usize> = (0..duals.len()).collect();
    let mut chance = Chance::default();
    for _ in 0..ROUNDS {
        chance.shuffle(&mut order);
        for index in &order {
            let (Some((row, sought)), Some(dual)) = (problem.examples.get(*index), duals.get_mut(*index)) else {
                continue;
            };
            let side = if *sought { 1.0 } else { -1.0 };
            let reached = side * (dot(row, &weights) + bias);
            let slope = reached - 1.0 + *dual * DAMPING;
            // A bias is one more feature, with the value 1 in every post.
            let steepness = row.iter().map(|(_, v)| v * v).sum::<f32>() + 1.0 + DAMPING;
            let before = *dual;
            *dual = (before - slope / steepness).max(0.0);
            let change = (*dual - before) * side;
            add(row, change, &mut weights);
            bias += change;
        }
    }
    weights
}

fn dot(row: &Row, weights: &[f32]) -> f32 {
    row.iter().filter_map(|(index, value)| Some(value * weights.get(*index as usize)?)).sum()
}

fn add(row: &Row, change: f32, weights: &mut [f32]) {
    for (index, value) in row {
        if let Some(weight) = weights.get_mut(*index as usize) {
            *weight += change * value;
        }
    }
}
