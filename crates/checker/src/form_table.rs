//! The table of all inflected forms: half a million small entries, made in one go and then only read.
//!
//! Open addressing with linear probing: a form that belongs to several lemmas stands in the table several times.

use crate::{hash::WordHash, hebrew::Prefixes};

/// From a form's hash to lemmas.
#[derive(Default)]
pub(crate) struct FormTable {
    /// A power of two many, or none.
    slots: Vec<Slot>,
    used: usize,
}

/// One form of one lemma; a tag of 0 is a free slot.
#[derive(Clone, Copy, Default)]
struct Slot {
    /// The rest of the hash.
    tag: u32,
    /// The lemma, and in the lowest bits the prefixes that may hang before the form.
    packed: u32,
}

/// The table grows when it is fuller than this many of eight parts.
const FULL: usize = 5;

impl FormTable {
    /// Adds a form; one that is there already for this lemma gets the union of both prefixes.
    pub fn insert(&mut self, hash: WordHash, lemma: u32, prefixes: Prefixes) {
        if self.slots.len() * FULL <= self.used * 8 {
            self.grow();
        }
        let slot = Slot { tag: tag(hash), packed: lemma << Prefixes::BITS | prefixes.bits() };
        self.used += usize::from(self.place(start(hash), slot));
    }

    /// The lemmas of a form, each with the prefixes that may hang before it.
    pub fn get(&self, hash: WordHash) -> impl Iterator<Item = (u32, Prefixes)> + '_ {
        let tag = tag(hash);
        let row = self.row(start(hash)).take_while(|slot| slot.tag != 0);
        row.filter(move |slot| slot.tag == tag)
            .map(|slot| (slot.packed >> Prefixes::BITS, Prefixes::from_bits(slot.packed)))
    }

    /// Every slot, from the one where a hash begins to look.
    fn row(&self, start: usize) -> impl Iterator<Item = Slot> + '_ {
        let mask = self.slots.len().wrapping_sub(1);
        (0..self.slots.len()).filter_map(move |step| self.slots.get(start.wrapping_add(step) & mask).copied())
    }

    /// Puts a form where there is room; whether it is new.
    fn place(&mut self, start: usize, new: Slot) -> bool {
        let mask = self.slots.len().wrapping_sub(1);
        for step in 0..self.slots.len() {
            let Some(slot) = self.slots.get_mut(start.wrapping_add(step) & mask) else { continue };
            if slot.tag == 0 {
                *slot = new;
                return true;
            }
            if slot.tag == new.tag && slot.packed >> Prefixes::BITS == new.packed >> Prefixes::BITS {
                slot.packed |= new.packed;
                return false;
            }
        }
        false
    }

    /// Doubles the room. The tag holds all that is needed to find a form's place again.
    fn grow(&mut self) {
        let room = (self.slots.len() * 2).max(1024);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); room]);
        for slot in old.into_iter().filter(|slot| slot.tag != 0) {
            self.place(slot.tag as usize, slot);
        }
    }
}

fn tag(hash: WordHash) -> u32 {
    hash.short().max(1)
}

/// Where a hash begins to look; the mask takes what it needs.
fn start(hash: WordHash) -> usize {
    tag(hash) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_form_while_it_grows() {
        let mut table = FormTable::default();
        let hash = |n: u32| WordHash::of(n.to_string().chars());
        for n in 0..5_000 {
            table.insert(hash(n), n, Prefixes::ARTICLE);
            table.insert(hash(n), n, Prefixes::CONJUNCTIONS);
            table.insert(hash(n), n + 1, Prefixes::NONE);
        }
        let all = |n| table.get(hash(n)).collect::<Vec<_>>();
        let both = Prefixes::ARTICLE.with(Prefixes::CONJUNCTIONS);
        let complete =
            |n: u32| all(n).len() == 2 && all(n).contains(&(n, both)) && all(n).contains(&(n + 1, Prefixes::NONE));
        assert!((0..5_000).all(complete));
        assert_eq!(all(5_000), []);
    }
}
