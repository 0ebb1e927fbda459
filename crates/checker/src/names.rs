//! Names: of the company, its brands, people, competitors, customers, suppliers and projects.
//!
//! A name takes prefix letters and nothing else. It is kept as the hash of its words in a row, so that a hundred thousand names
//! cost no more to look for than a hundred.

use amana_charter::MatchMode;
use amana_words::{Hit, Readings, SignalId, WordHash, Words};

use crate::{
    fingerprints::Prints,
    name_table::NameTable,
    rows::{Part, Rows},
    transliteration::{MOST_NAMES, Name, Transliterations},
    written::{rows, rows_of_words},
};

/// All names.
pub(crate) struct Names {
    written: NameTable,
    transliterations: Transliterations,
    fingerprints: Option<Prints>,
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
        Self { written, transliterations: Transliterations::new(heard.collect()), fingerprints }
    }

    /// Every name in the sentence, of which `readings` are the readings.
    pub fn find(&self, words: &Words, readings: &Readings) -> Vec<Hit> {
        let rows = Rows::new(words, readings);
        let mut hits = Vec::new();
        self.find_written(rows, &mut hits);
        self.transliterations.find(rows, &mut hits);
        self.fingerprints.iter().for_each(|prints| prints.find(rows, &mut hits));
        hits
    }

    fn find_written(&self, rows: Rows<'_>, hits: &mut Vec<Hit>) {
        rows.walk(None, &mut |before: Option<(WordHash, usize)>, row| {
            let stem = row.last()?.stem.hash;
            let hash = before.map_or(stem, |(hash, _)| hash.then(stem));
            let slot = self.written.get(hash);
            let longest = before.map_or(slot.longest(), |(_, longest)| longest);
            if longest > 0 {
                hits.extend(slot.kinds().filter_map(|kind| hit(kind, row)));
            }
            (row.len() < longest).then_some(Some((hash, longest)))
        });
    }
}

/// That a row of words is a name.
pub(crate) fn hit(signal: SignalId, row: &[Part<'_>]) -> Option<Hit> {
    Some(Hit { first: row.first()?.at, last: row.last()?.at, signal })
}
