//! What holds of a sentence besides its words: who is meant, whether it is public, whether it is a question.

use std::rc::Rc;

use amana_pack::Condition;
use amana_words::{SignalId, Signals};

use crate::scan::Scanned;

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
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Holds {
    us: bool,
    others: bool,
    published: bool,
    praise: bool,
    question: bool,
}

/// Judges every sentence of a post, each with a look at its neighbours.
pub(crate) fn places(sentences: &[Rc<Scanned>], signals: &PlaceSignals) -> Vec<Holds> {
    let own: Vec<Holds> = sentences.iter().map(|s| alone(s, signals)).collect();
    let mut us_before = false;
    (0..own.len())
        .filter_map(|at| {
            let here = *own.get(at)?;
            let beside = |i: Option<usize>| i.and_then(|i| own.get(i)).is_some_and(|p| p.published);
            let us = !here.others && (here.us || us_before);
            us_before = here.us || (us_before && !here.others);
            let published = here.published || beside(at.checked_sub(1)) || beside(at.checked_add(1));
            Some(Holds { us, published, ..here })
        })
        .collect()
}

fn alone(sentence: &Scanned, signals: &PlaceSignals) -> Holds {
    let has = |signal: SignalId| sentence.hits.iter().any(|h| h.signal == signal);
    Holds {
        us: signals.us.iter().any(|s| has(*s)),
        others: has(signals.others),
        published: has(signals.published),
        praise: has(signals.praise),
        question: sentence.question,
    }
}

/// A negation reaches so many words ahead.
const REACH: usize = 3;

impl Holds {
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
