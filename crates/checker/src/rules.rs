//! Rules over signals: which come together near enough, in the right place.

use amana_charter::{Category, Level};
use amana_pack::{Condition, Within};
use amana_words::{Hit, SignalId};

use crate::{
    place::{Holds, PlaceSignals},
    scan::Scanned,
};

/// A rule in one language, ready to run.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// The rule's permanent id.
    pub id: String,
    /// The clause it watches.
    pub category: Category,
    /// How loud it is, the charter's word included.
    pub level: Level,
    /// The message that tells what was seen.
    pub says: String,
    /// Whether it is for sentences with Hebrew words; else for those with Latin ones.
    pub hebrew: bool,
    /// Each part of the pattern: any of these signals.
    pub all: Vec<Vec<SignalId>>,
    /// How near.
    pub within: Within,
    /// What must hold.
    pub needs: Vec<Requirement>,
    /// What must not.
    pub not: Vec<Requirement>,
}

/// What a rule asks of the place.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Requirement {
    /// A judgement.
    Is(Condition),
    /// A signal in the sentence.
    Has(SignalId),
}

/// A sentence with what stands before it.
pub(crate) struct Context<'a> {
    /// The sentence.
    pub here: &'a Scanned,
    /// The one before.
    pub before: Option<&'a Scanned>,
    /// What holds of it.
    pub place: Holds,
    /// What the judgements are made from.
    pub signals: &'a PlaceSignals,
}

/// A hit of one part of a pattern; words of the sentence before count down from -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// The first word.
    pub first: isize,
    /// The last word.
    pub last: isize,
}

/// So many places of one part are tried, so that a text which repeats itself costs no more.
const TRIED: usize = 8;

impl Compiled {
    /// The closest set of words that satisfies the rule, in the order of its parts.
    pub fn find(&self, context: &Context<'_>) -> Option<Vec<Part>> {
        let fits = if self.hebrew { context.here.hebrew } else { context.here.latin };
        if !fits || !self.all.iter().all(|any| self.may_find(any, context)) {
            return None;
        }
        let candidates: Vec<Vec<Part>> = self.all.iter().map(|any| self.candidates(any, context)).collect();
        let mut best = None;
        self.choose(&candidates, &mut Vec::new(), &mut best);
        best.filter(|parts| reach(parts).is_some_and(|(first, _)| self.allowed(context, first)))
    }

    /// Whether one of these signals is where the rule looks.
    fn may_find(&self, any: &[SignalId], context: &Context<'_>) -> bool {
        let before = context.before.filter(|_| self.within == Within::TwoSentences);
        context.here.signals.has_any(any) || before.is_some_and(|before| before.signals.has_any(any))
    }

    fn candidates(&self, any: &[SignalId], context: &Context<'_>) -> Vec<Part> {
        let matching = |hits: &'_ [Hit]| -> Vec<(usize, usize)> {
            hits.iter().filter(|h| any.contains(&h.signal)).take(TRIED).map(|h| (h.first, h.last)).collect()
        };
        let signed = |at: usize| isize::try_from(at).unwrap_or(isize::MAX);
        let mut parts: Vec<Part> =
            matching(&context.here.hits).into_iter().map(|(f, l)| Part { first: signed(f), last: signed(l) }).collect();
        if let (Within::TwoSentences, Some(before)) = (self.within, context.before) {
            let length = signed(before.spans.len());
            let earlier = matching(&before.hits).into_iter();
            parts.extend(earlier.map(|(f, l)| Part { first: signed(f) - length, last: signed(l) - length }));
        }
        parts
    }

    /// Tries every combination; keeps the one with the fewest words between its parts, of those the longest. No word serves two parts.
    fn choose(&self, candidates: &[Vec<Part>], chosen: &mut Vec<Part>, best: &mut Option<Vec<Part>>) {
        let Some(next) = candidates.get(chosen.len()) else {
            return self.keep_best(chosen, best);
        };
        for part in next {
            if chosen.iter().all(|c| part.last < c.first || c.last < part.first) {
                chosen.push(*part);
                self.choose(candidates, chosen, best);
                chosen.pop();
            }
        }
    }

    fn keep_best(&self, chosen: &[Part], best: &mut Option<Vec<Part>>) {
        let length = |parts: &[Part]| reach(parts).map_or(isize::MAX, |(first, last)| last - first);
        let near = match self.within {
            Within::Words(most) => length(chosen) < isize::try_from(most).unwrap_or(isize::MAX),
            // One part at least is in this sentence: the sentence before has been asked already.
            Within::Sentence | Within::TwoSentences => chosen.iter().any(|p| p.first >= 0),
        };
        // Words of no part, then the length: fewer between, rather "our competitors" than "competitors".
        let covered = |parts: &[Part]| parts.iter().map(|p| p.last - p.first + 1).sum::<isize>();
        let order = |parts: &[Part]| (length(parts) + 1 - covered(parts), -length(parts));
        if near && best.as_ref().is_none_or(|b| order(chosen) < order(b)) {
            *best = Some(chosen.to_vec());
        }
    }

    fn allowed(&self, context: &Context<'_>, first: isize) -> bool {
        let first = usize::try_from(first).unwrap_or(0);
        let holds = |requirement: &Requirement| match requirement {
            Requirement::Is(condition) => context.place.holds(*condition, context.here, first, context.signals),
            Requirement::Has(signal) => context.here.signals.has(*signal),
        };
        self.needs.iter().all(holds) && !self.not.iter().any(holds)
    }
}

/// The first and the last word of all parts.
pub(crate) fn reach(parts: &[Part]) -> Option<(isize, isize)> {
    Some((parts.iter().map(|p| p.first).min()?, parts.iter().map(|p| p.last).max()?))
}
