//! Names: of the company, its brands, people, competitors, customers, suppliers and projects.
//!
//! A name takes prefix letters and nothing else. It is kept as the hash of its words in a row, so that a hundred thousand names
//! cost no more to look for than a hundred.

use amana_words::{HashKeyed, Hit, Kind, Prefixes, Readings, SignalId, Stem, WordHash, Words, term_hash};

/// All names.
#[derive(Default)]
pub(crate) struct Names {
    /// How many words the longest name has that begins with this word.
    first: HashKeyed<u8>,
    whole: HashKeyed<Vec<SignalId>>,
}

/// A name has at most so many words; what is behind them is not compared.
const LONGEST: usize = 8;

impl Names {
    /// Adds a name as it is written; also its words joined (`StarIndex`), and its capitals apart (`Local Find`).
    pub fn add(&mut self, signal: SignalId, name: &str) {
        let words = plain_words(name);
        self.add_row(signal, &words);
        if words.len() > 1 {
            self.add_row(signal, &[words.concat()]);
        }
        let apart = plain_words(&capitals_apart(name));
        if apart.len() > words.len() {
            self.add_row(signal, &apart);
        }
    }

    fn add_row(&mut self, signal: SignalId, words: &[String]) {
        let mut hashes = words.iter().take(LONGEST).map(|w| term_hash(w));
        let Some(first) = hashes.next() else { return };
        let longest = self.first.entry(first).or_default();
        *longest = (*longest).max(u8::try_from(words.len().min(LONGEST)).unwrap_or(u8::MAX));
        let signals = self.whole.entry(hashes.fold(first, WordHash::then)).or_default();
        if !signals.contains(&signal) {
            signals.push(signal);
        }
    }

    /// Every name in the sentence.
    pub fn find(&self, readings: &Readings) -> Vec<Hit> {
        let mut hits = Vec::new();
        for first in 0..readings.words() {
            for stem in readings.word(first) {
                if let Some(longest) = self.first.get(&stem.hash) {
                    self.follow(stem.hash, first, first, usize::from(*longest), readings, &mut hits);
                }
            }
        }
        hits
    }

    /// Notes the names that end at `last`, and goes on to the next word.
    fn follow(
        &self,
        hash: WordHash,
        first: usize,
        last: usize,
        longest: usize,
        readings: &Readings,
        hits: &mut Vec<Hit>,
    ) {
        for signal in self.whole.get(&hash).into_iter().flatten() {
            let hit = Hit { signal: *signal, first, last };
            if !hits.contains(&hit) {
                hits.push(hit);
            }
        }
        if last + 1 < first + longest {
            let bare = |stem: &&Stem| stem.prefixes == Prefixes::NONE;
            for next in readings.word(last + 1).iter().filter(bare) {
                self.follow(hash.then(next.hash), first, last + 1, longest, readings, hits);
            }
        }
    }
}

fn plain_words(name: &str) -> Vec<String> {
    let words = Words::read(name);
    let read = words.all.iter().filter(|w| !matches!(w.kind, Kind::Mark(_) | Kind::Opaque));
    read.map(|w| words.form(w).to_owned()).collect()
}

/// `LocalFind` as `Local Find`.
fn capitals_apart(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    let mut small = false;
    for c in name.chars() {
        if small && c.is_uppercase() {
            out.push(' ');
        }
        small = c.is_lowercase();
        out.push(c);
    }
    out
}
