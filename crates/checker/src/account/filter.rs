//! Where a set keeps its words, for the build that makes it and the checker that asks it: sixteen bits a word, so that it may
//! say yes wrongly once in two thousand times, and never says no wrongly.

use amana_words::WordHash;

/// So many bits are set for a word: fewest mistakes in that room.
const SET: u64 = 11;

/// Which bits stand for a word in a set of so many bytes: byte and bit.
pub(crate) fn places(word: &str, bytes: usize) -> impl Iterator<Item = (usize, u8)> {
    let hash = WordHash::of(word.chars()).spread();
    let (first, step) = (hash >> 32, (hash & 0xffff_ffff) | 1);
    (0..SET).map(move |n| {
        let bit = (first + n * step) % (bytes.max(1) as u64 * 8);
        (usize::try_from(bit / 8).unwrap_or_default(), 1 << (bit % 8))
    })
}
