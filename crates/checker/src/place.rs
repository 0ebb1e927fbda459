//! What holds of a sentence besides its words: who is meant, whether it is public, whether it is a question.

use amana_pack::Condition;
use amana_words::{SignalId, Signals};

use crate::{scan::Scanned, signal_set::SignalSet};

/// The lists from which the judgements are made; each is named in [`Condition`]'s documentation.
#[derive(Debug, Clone)]
pub(crate) struct PlaceSignals {
    /// `@us`, `@workplace`, and the company's own names.
    pub us: Vec<SignalId>,
    /// `@others`.
    pub others: SignalId,
    /// `@published`.
    pub published: SignalId,
    /// `@negation`.
    pub negation: SignalId,
    /// `@praise`.
    pub praise: SignalId,
}

impl PlaceSignals {
    /// By their names.
    pub fn of(signals: &mut Signals) -> Self {
        Self {
            us: ["us", "workplace", "company", "brands"].map(|name| signals.id(name)).to_vec(),
            others: signals.id("others"),
            published: signals.id("published"),
            negation: signals.id("negation"),
            praise: signals.id("praise"),
        }
    }
}

/// The judgements on one sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Holds {
    us: bool,
    others: bool,
    published: bool,
    praise: bool,
    question: bool,
}

/// Judges every sentence of a post, of which is known what holds of it `alone`, each with a look at its neighbours.
pub(crate) fn places(alone: &[Holds]) -> impl Iterator<Item = Holds> {
    let mut us_before = false;
    alone.iter().enumerate().map(move |(at, here)| {
        let beside = |i: Option<usize>| i.and_then(|i| alone.get(i)).is_some_and(|p| p.published);
        let us = !here.others && (here.us || us_before);
        us_before = here.us || (us_before && !here.others);
        let published = here.published || beside(at.checked_sub(1)) || beside(at.checked_add(1));
        Holds { us, published, ..*here }
    })
}

/// A negation reaches so many words ahead.
const REACH: usize = 3;

impl Holds {
    /// What holds of a sentence alone.
    pub fn alone(has: &SignalSet, question: bool, signals: &PlaceSignals) -> Self {
        Self {
            us: has.has_any(&signals.us),
            others: has.has(signals.others),
            published: has.has(signals.published),
            praise: has.has(signals.praise),
            question,
        }
    }

    /// Whether `condition` holds for words that begin at `first` in `sentence`.
    pub fn holds(&self, condition: Condition, sentence: &Scanned, first: usize, signals: &PlaceSignals) -> bool {
        match condition {
            Condition::SpeakerIsUs => self.us,
            Condition::OthersAffair => self.others,
            Condition::Published => self.published,
            Condition::Praise => self.praise,
            Condition::Question => self.question,
            Condition::Negated => {
                let before = |at: usize| at < first && at + REACH >= first;
                sentence.hits.iter().any(|h| h.signal == signals.negation && before(h.last))
            }
        }
    }
}
