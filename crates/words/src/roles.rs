//! What a lemma does in the terms of a lexicon: most words of a sentence are no part of any phrase, and need not be looked at twice.

/// A set of roles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    /// A term by itself.
    pub const ALONE: Self = Self(1);
    /// The first word of a phrase, the second of which follows at once.
    pub const FIRST: Self = Self(2);
    /// The first word of a phrase, the second of which may follow after others.
    pub const FIRST_GAP: Self = Self(4);
    /// The second word of a phrase, at once behind the first.
    pub const SECOND: Self = Self(8);
    /// The second word of a phrase, behind a gap.
    pub const SECOND_GAP: Self = Self(16);

    /// How many bits a set takes.
    pub const BITS: u32 = 5;

    /// The set as bits.
    pub fn bits(self) -> u32 {
        u32::from(self.0)
    }

    /// The set in the lowest bits of a number.
    pub fn from_bits(bits: u32) -> Self {
        let [lowest, ..] = bits.to_le_bytes();
        Self(lowest & ((1 << Self::BITS) - 1))
    }

    /// Whether the two have a role in common.
    pub fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Adds the roles of another set.
    pub fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
