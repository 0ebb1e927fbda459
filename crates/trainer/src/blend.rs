//! Blend and thresholds, from scores of posts that were not learned from.
//!
//! A logistic regression a category blends the two scores; then one threshold on the probability, the same for all categories,
//! is raised until few enough posts that want no warning have one.

use amana_checker::layer::{Blend, CATEGORIES, PerCategory, Scores};

/// The blends of all categories, thresholds included.
pub(crate) fn blends(scores: &[Scores], labels: &[PerCategory<bool>], alarms: f32) -> PerCategory<Blend> {
    let mut out = [Blend::default(); CATEGORIES];
    for (category, blend) in out.iter_mut().enumerate() {
        let inputs = scores.iter().zip(labels).filter_map(|(score, label)| {
            Some((*score.post.get(category)?, *score.part.get(category)?, *label.get(category)?))
        });
        *blend = logistic(&inputs.collect::<Vec<_>>());
    }
    let threshold = threshold(scores, labels, &out, alarms);
    out.iter_mut().for_each(|blend| blend.bias -= threshold);
    out
}

/// Steps of gradient descent; the two scores are few and small, so that many small steps are cheap and sure.
const STEPS: usize = 4_000;
const STEP: f32 = 0.5;

/// A logistic regression on two inputs.
fn logistic(inputs: &[(f32, f32, bool)]) -> Blend {
    let mut blend = Blend { post: 1.0, part: 1.0, bias: 0.0 };
    let share = 1.0 / u16::try_from(inputs.len().max(1)).map_or(f32::from(u16::MAX), f32::from);
    for _ in 0..STEPS {
        let mut slope = Blend::default();
        for (post, part, sought) in inputs {
            let off = 1.0 / (1.0 + (-blend.of(*post, *part)).exp()) - if *sought { 1.0 } else { 0.0 };
            slope.post += off * post;
            slope.part += off * part;
            slope.bias += off;
        }
        blend.post -= STEP * share * slope.post;
        blend.part -= STEP * share * slope.part;
        blend.bias -= STEP * share * slope.bias;
    }
    blend
}

/// The lowest threshold, in log-odds, at which no more than `alarms` of the posts that want no warning have one.
fn threshold(scores: &[Scores], labels: &[PerCategory<bool>], blends: &PerCategory<Blend>, alarms: f32) -> f32 {
    let harmless = scores.iter().zip(labels).filter(|(_, labels)| !labels.contains(&true));
    let mut loudest: Vec<f32> = harmless
        .map(|(score, _)| {
            let each = blends.iter().zip(score.post).zip(score.part).map(|((blend, post), part)| blend.of(post, part));
            each.fold(f32::MIN, f32::max)
        })
        .collect();
    loudest.sort_by(|a, b| b.total_cmp(a));
    let float = |n: usize| u16::try_from(n).map_or(f32::from(u16::MAX), f32::from);
    let allowed = (0..loudest.len()).take_while(|n| float(n + 1) <= alarms * float(loudest.len())).count();
    loudest.get(allowed).copied().unwrap_or_default()
}
