//! Hashing words: FNV-1a over characters, so that a form can be hashed while it is being made.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// The hash of a word or of several in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WordHash(u64);

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;
/// An odd number with its bits well spread: 2⁶⁴ by the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

impl WordHash {
    /// Of no character at all.
    pub const EMPTY: Self = Self(OFFSET);

    /// Of one word's characters.
    #[must_use]
    pub fn of(chars: impl Iterator<Item = char>) -> Self {
        chars.fold(Self::EMPTY, Self::with)
    }

    /// Of a word with one more character.
    #[must_use]
    pub fn with(self, c: char) -> Self {
        Self((self.0 ^ u64::from(u32::from(c))).wrapping_mul(PRIME))
    }

    /// Of this and the next word in a row.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        Self((self.0.rotate_left(23) ^ next.0).wrapping_mul(PRIME))
    }

    /// As 64 bits, the highest of which hang on every bit of the hash.
    #[must_use]
    pub fn spread(self) -> u64 {
        (self.0 ^ (self.0 >> 32)).wrapping_mul(MIX)
    }

    /// Folded to 32 bits, every one of which hangs on every bit of the hash.
    #[must_use]
    pub fn mixed(self) -> u32 {
        Self(self.spread()).short()
    }

    /// Folded to 32 bits.
    #[must_use]
    pub fn short(self) -> u32 {
        let [a, b, c, d, e, f, g, h] = self.0.to_le_bytes();
        u32::from_le_bytes([a, b, c, d]) ^ u32::from_le_bytes([e, f, g, h])
    }
}

/// A map keyed by hashes, which need no hashing again.
pub type HashKeyed<V> = HashMap<WordHash, V, BuildHasherDefault<Ready>>;

/// Passes a hash through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, b| (hash ^ u64::from(*b)).wrapping_mul(PRIME));
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(u64::from(n).wrapping_mul(PRIME));
    }

    fn write_u64(&mut self, n: u64) {
        // The table takes its tag from the top bits: mix them in.
        self.0 = n ^ (n >> 32);
    }
}
