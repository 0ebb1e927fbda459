//! Which signals there are in a sentence, a bit each: rules ask for them all the time.

use amana_words::{Hit, SignalId};

/// The set.
#[derive(Debug, Default)]
pub(crate) struct SignalSet(Vec<u64>);

impl SignalSet {
    /// The signals of these hits.
    pub fn of(hits: &[Hit]) -> Self {
        let mut set = Self::default();
        for hit in hits {
            let (index, bit) = place(hit.signal);
            if index >= set.0.len() {
                set.0.resize(index + 1, 0);
            }
            set.0.get_mut(index).into_iter().for_each(|bits| *bits |= bit);
        }
        set
    }

    /// Whether a signal is there.
    pub fn has(&self, signal: SignalId) -> bool {
        let (index, bit) = place(signal);
        self.0.get(index).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether any of these is there.
    pub fn has_any(&self, signals: &[SignalId]) -> bool {
        signals.iter().any(|signal| self.has(*signal))
    }
}

fn place(signal: SignalId) -> (usize, u64) {
    (usize::from(signal.0) / 64, 1 << (signal.0 % 64))
}
