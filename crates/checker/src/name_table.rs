//! Names as they are written, by the hash of their words in a row: eight bytes a name, found at the first look or the second.

use amana_words::{NAME_SIGNALS, SignalId, WordHash};

/// The table: open addressing, never more than seven eighths full.
#[derive(Default)]
pub(crate) struct NameTable {
    /// A power of two of them, or none.
    slots: Vec<Slot>,
    /// By how much a hash is shifted to be a place among them.
    shift: u32,
    used: usize,
}

/// What is known of a row of words: 52 bits of its hash, how many words the longest name has that begins with it (4 bits), and
/// the kinds of names that it is (8 bits). Zero where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Slot(u64);

const KINDS: u64 = 0xff;
const LONGEST: u64 = 0xf00;
const LONGEST_SHIFT: u32 = LONGEST.trailing_zeros();
const HASH: u64 = !(LONGEST | KINDS);

const _: () = assert!(NAME_SIGNALS.len() <= KINDS.count_ones() as usize);

impl Slot {
    /// How many words the longest name has that begins with this word.
    pub fn longest(self) -> usize {
        ((self.0 & LONGEST) >> LONGEST_SHIFT) as usize
    }

    /// The kinds of names that this row of words is.
    pub fn kinds(self) -> impl Iterator<Item = SignalId> {
        (0..8).filter(move |kind| self.0 & (1 << kind) != 0).map(SignalId)
    }

    fn add(&mut self, hash: u64, longest: u64, kinds: u64) {
        let longest = longest.max((self.0 & LONGEST) >> LONGEST_SHIFT) << LONGEST_SHIFT;
        self.0 = (hash & HASH) | longest.min(LONGEST) | ((self.0 | kinds) & KINDS);
    }
}

impl NameTable {
    /// With room for so many names.
    pub fn with_room(names: usize) -> Self {
        let mut table = Self::default();
        // Most are two words: one entry for them joined, one for them in a row.
        table.resize(names * 2);
        table
    }

    /// Adds a name of so many words: it is kept by all of them, and found by the first.
    pub fn add(&mut self, signal: SignalId, first: WordHash, row: WordHash, words: u8) {
        self.entry(first, u64::from(words), 0);
        self.entry(row, 0, 1_u64.checked_shl(u32::from(signal.0)).unwrap_or_default());
    }

    /// What is known of a row of words.
    pub fn get(&self, row: WordHash) -> Slot {
        let hash = row.spread();
        self.slots.get(self.place(hash)).copied().unwrap_or_default()
    }

    fn entry(&mut self, row: WordHash, longest: u64, kinds: u64) {
        // One slot stays free at least, for a search to end at.
        if (self.used + 1) * 8 > self.slots.len() * 7 {
            self.resize(self.used * 2 + 8);
        }
        let hash = row.spread();
        let place = self.place(hash);
        if let Some(slot) = self.slots.get_mut(place) {
            self.used += usize::from(*slot == Slot::default());
            slot.add(hash, longest, kinds);
        }
    }

    /// Where this hash is kept, or would be.
    fn place(&self, hash: u64) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = usize::try_from(hash.checked_shr(self.shift).unwrap_or_default()).unwrap_or_default();
        while let Some(slot) = self.slots.get(at) {
            if *slot == Slot::default() || slot.0 & HASH == hash & HASH {
                break;
            }
            at = (at + 1) & last;
        }
        at
    }

    /// Makes room for so many entries.
    fn resize(&mut self, entries: usize) {
        let count = if entries == 0 { 0 } else { (entries + entries / 7 + 1).next_power_of_two() };
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); count]);
        self.shift = u64::BITS - count.trailing_zeros();
        for slot in old.into_iter().filter(|slot| *slot != Slot::default()) {
            let place = self.place(slot.0);
            self.slots.get_mut(place).into_iter().for_each(|empty| *empty = slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(n: u32) -> WordHash {
        WordHash::of(n.to_string().chars())
    }

    #[test]
    fn a_search_ends_in_the_smallest_tables_too() {
        for (room, names) in (0..6).flat_map(|room| (0..12).map(move |names| (room, names))) {
            let mut table = NameTable::with_room(room);
            (0..names).for_each(|n| table.add(SignalId(0), hash(n), hash(n), 1));
            assert!((100..200).all(|n| table.get(hash(n)) == Slot::default()));
        }
    }

    #[test]
    fn keeps_every_name_as_it_grows() {
        for room in [0, 10, 10_000] {
            let mut table = NameTable::with_room(room);
            for n in 0..5_000 {
                table.add(SignalId(2), hash(n), hash(n).then(hash(1)), 2);
                table.add(SignalId(4), hash(n), hash(n).then(hash(1)), 2);
                table.add(SignalId(6), hash(n), hash(n), 1);
            }
            let complete = |n| {
                let (first, row) = (table.get(hash(n)), table.get(hash(n).then(hash(1))));
                first.longest() == 2
                    && first.kinds().eq([SignalId(6)])
                    && row.longest() == 0
                    && row.kinds().eq([SignalId(2), SignalId(4)])
            };
            assert!((0..5_000).all(complete));
            assert!((5_000..10_000).all(|n| table.get(hash(n)) == Slot::default()));
        }
    }
}
