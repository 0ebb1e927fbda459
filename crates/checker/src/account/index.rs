//! Where in a name a brand may be: found by a few of its letters, so that ten thousand brands cost little more than ten.
//!
//! A slip spoils the beginning of a brand or its end, never both; so four letters at each end are looked up, look-alikes as one.

use amana_words::WordHash;

use super::{
    brand::{Letter, Spelling},
    lookalike::class,
    sign::Sign,
};
use crate::bits::Bits;

/// The ends of brands, by the hash of their letters.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Sorted by hash.
    ends: Vec<(u32, End)>,
    some: Bits,
    /// The numbers of letters that were looked up.
    lengths: Vec<usize>,
}

/// One end of a spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct End {
    spelling: usize,
    /// Whether it is the last letters.
    last: bool,
}

/// A place where a spelling may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    /// The spelling's index.
    pub spelling: usize,
    /// The first sign; or the one behind the last.
    pub at: usize,
    /// Whether it is the one behind the last.
    pub back: bool,
}

/// So many letters are looked up: enough to be rare, few enough that shorter brands have them twice.
const MOST: usize = 4;

impl Index {
    /// Of these spellings.
    pub fn new(spellings: &[Spelling]) -> Self {
        let mut index = Self::default();
        for (spelling, of) in spellings.iter().enumerate() {
            for (last, letters) in ends(&of.letters) {
                index.add(End { spelling, last }, &letters);
            }
        }
        index.ends.sort_unstable();
        index.ends.dedup();
        index
    }

    fn add(&mut self, end: End, letters: &[char]) {
        let hash = hash(letters.iter().copied());
        self.some.insert(hash);
        self.ends.push((hash, end));
        if !self.lengths.contains(&letters.len()) {
            self.lengths.push(letters.len());
        }
    }

    /// Every place in a name where a spelling may stand.
    pub fn anchors(&self, signs: &[Sign], visit: &mut impl FnMut(Anchor)) {
        let classes: Vec<char> = signs.iter().map(|sign| class(sign.c)).collect();
        for length in &self.lengths {
            for (at, letters) in classes.windows(*length).enumerate() {
                let hash = hash(letters.iter().copied());
                if self.some.may_have(hash) {
                    self.ends_of(hash).for_each(|end| visit(end.anchor(at, *length)));
                }
            }
        }
    }

    fn ends_of(&self, hash: u32) -> impl Iterator<Item = End> {
        let from = self.ends.partition_point(|(other, _)| *other < hash);
        self.ends.iter().skip(from).take_while(move |(other, _)| *other == hash).map(|(_, end)| *end)
    }
}

impl End {
    fn anchor(self, at: usize, length: usize) -> Anchor {
        Anchor { spelling: self.spelling, at: if self.last { at + length } else { at }, back: self.last }
    }
}

/// The letters at the ends of a brand, as classes; where they meet in its middle, also with those two letters swapped.
fn ends(letters: &[Letter]) -> Vec<(bool, Vec<char>)> {
    let classes: Vec<char> = letters.iter().map(|letter| class(letter.c)).collect();
    if classes.len() <= MOST + 1 {
        return vec![(false, classes.into_iter().take(MOST).collect())];
    }
    let length = MOST.min(classes.len() / 2);
    let (first, rest) = classes.split_at(length);
    let last = rest.iter().skip(rest.len() - length).copied().collect();
    let mut ends = vec![(false, first.to_vec()), (true, last)];
    if rest.len() == length {
        let swapped = first.iter().take(length - 1).chain(rest.first()).copied();
        ends.push((false, swapped.collect()));
    }
    ends
}

fn hash(classes: impl Iterator<Item = char>) -> u32 {
    WordHash::of(classes).mixed()
}
