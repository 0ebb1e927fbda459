//! Names: of the company, its brands, people, competitors, customers, suppliers and projects.
//!
//! A name takes prefix letters and nothing else. It is kept as the hash of its words in a row, so that a hundred thousand names
//! cost no more to look for than a hundred.

use amana_charter::MatchMode;
use amana_words::{Hit, Kind, Readings, SignalId, WordHash, Words};

use crate::{
    fingerprints::Prints,
    name_table::{NameTable, Slot},
    recent::Recent,
    rows::{Part, Rows},
    transliteration::{Heard, MOST_NAMES, Name, Transliterations},
    written::{rows, rows_of_words},
};

/// All names.
pub(crate) struct Names {
    written: NameTable,
    transliterations: Transliterations,
    fingerprints: Option<Prints>,
    /// What is known of the words that a name may begin with.
    first: Recent<First>,
}

/// What a word tells as the first of a row, in one reading.
#[derive(Debug, Clone, Copy, Default)]
struct First {
    written: Slot,
    /// What it is in the other script, when a name there may begin with it.
    heard: Option<Heard>,
}

/// One name, or one of its aliases.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    /// Whose name it is.
    pub signal: SignalId,
    /// As it is written.
    pub name: &'a str,
    /// How it is looked for.
    pub how: MatchMode,
}

impl Names {
    /// Of all that a charter gives. But for `exact` ones, the first are also looked for in the other script.
    pub fn new<'a>(given: impl Iterator<Item = Given<'a>> + Clone, fingerprints: Option<Prints>) -> Self {
        let mut written = NameTable::with_room(given.clone().count());
        for Given { signal, name, .. } in given.clone() {
            for row in rows(name).into_iter().flatten() {
                written.add(signal, row.first, row.all, row.words);
            }
        }
        let close = given.filter(|given| given.how != MatchMode::Exact);
        let heard =
            close.take(MOST_NAMES).filter_map(|given| Name::new(given.signal, rows_of_words(given.name).last()?));
        Self {
            written,
            transliterations: Transliterations::new(heard.collect()),
            fingerprints,
            first: Recent::default(),
        }
    }

    /// Every name in the sentence, of which `readings` are the readings.
    pub fn find(&self, words: &Words, readings: &Readings) -> Vec<Hit> {
        let mut rows = Rows::new(words, readings);
        let mut hits = Vec::new();
        let mut recent = self.first.known();
        for start in rows.starts() {
            let lettered = matches!(start.kind(), Kind::Hebrew | Kind::Letters);
            let first = recent.get(start.stem.hash).filter(|_| lettered).unwrap_or_else(|| self.first(start));
            if lettered {
                recent.put(start.stem.hash, first);
            }
            if first.written.longest() > 0 {
                self.find_written(&mut rows, start, first.written, &mut hits);
            }
            if let Some(heard) = first.heard {
                self.transliterations.find(&mut rows, start, heard, &mut hits);
            }
            self.fingerprints.iter().for_each(|prints| prints.find(&mut rows, start, &mut hits));
        }
        hits
    }

    fn first(&self, start: Part<'_>) -> First {
        First { written: self.written.get(start.stem.hash), heard: self.transliterations.first(start) }
    }

    /// Finds the names that begin with `start`, of which is known what is `written`.
    fn find_written<'a>(&self, rows: &mut Rows<'a>, start: Part<'a>, written: Slot, hits: &mut Vec<Hit>) {
        let longest = written.longest();
        rows.walk(start, None, &mut |before: Option<WordHash>, row| {
            let stem = row.last()?.stem.hash;
            let hash = before.map_or(stem, |hash| hash.then(stem));
            let slot = if row.len() == 1 { written } else { self.written.get(hash) };
            hits.extend(slot.kinds().filter_map(|kind| hit(kind, row)));
            (row.len() < longest).then_some(Some(hash))
        });
    }
}

/// That a row of words is a name.
pub(crate) fn hit(signal: SignalId, row: &[Part<'_>]) -> Option<Hit> {
    Some(Hit { first: row.first()?.at, last: row.last()?.at, signal })
}
