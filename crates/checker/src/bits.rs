//! A set of hashes that may say yes too often and never says no wrongly: a first look that costs next to nothing.

/// The set: a bit for each of the lowest bits of a hash.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Bits(Vec<u32>);

/// How many bits of a hash tell two apart: a set takes 32 KB, and stays close at hand.
const KEPT: u32 = 18;

impl Bits {
    /// Adds a hash, whose lowest bits must be well mixed.
    pub fn insert(&mut self, hash: u32) {
        self.0.resize(1 << (KEPT - u32::BITS.trailing_zeros()), 0);
        let (index, bit) = place(hash);
        self.0.get_mut(index).into_iter().for_each(|bits| *bits |= bit);
    }

    /// Whether the hash was added, or one of the same lowest bits.
    pub fn may_have(&self, hash: u32) -> bool {
        let (index, bit) = place(hash);
        self.0.get(index).is_some_and(|bits| bits & bit != 0)
    }
}

fn place(hash: u32) -> (usize, u32) {
    let kept = hash & ((1 << KEPT) - 1);
    ((kept / u32::BITS) as usize, 1 << (kept % u32::BITS))
}
