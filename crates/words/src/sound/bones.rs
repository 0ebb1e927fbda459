//! Consonants in a row as one hash: cheap to make of words as they are read, to tell whether a name may begin with them.

use super::{NOTHING, Sound, class, symbols};
use crate::hash::WordHash;

/// The consonants of words in a row, as [`Sound::bones`] puts them, without regard to where the words end. Those of one script are
/// never those of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bones {
    hash: WordHash,
    count: usize,
}

impl Bones {
    /// None yet, of words in Hebrew letters or in Latin ones.
    #[must_use]
    pub fn none(hebrew: bool) -> Self {
        Self { hash: WordHash::of([if hebrew { 'א' } else { 'a' }].into_iter()), count: 0 }
    }

    /// With one more consonant.
    #[must_use]
    pub fn with(self, class: u8) -> Self {
        if class == NOTHING || self.count == Sound::LONGEST {
            return self;
        }
        Self { hash: self.hash.with(char::from(class)), count: self.count + 1 }
    }

    /// With those of the next word, folded; nothing as soon as `goes_on` does not hold of what was read so far.
    #[must_use]
    pub fn then(self, folded: &str, goes_on: impl Fn(Self) -> bool) -> Option<Self> {
        let (mut read, mut may) = (self, true);
        symbols(folded, |symbol| {
            let class = class(symbol);
            if class != NOTHING {
                read = read.with(class);
                may = goes_on(read);
            }
            may
        });
        may.then_some(read)
    }

    /// Their hash.
    #[must_use]
    pub fn hash(&self) -> WordHash {
        self.hash
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_of_the_sound() {
        for words in [["דפי", "זהב"], ["ג'ורג'", "שלומ"], ["star", "index"], ["ha", "sharon"]] {
            let none = Bones::none(false);
            let sounds = words.map(|word| Sound::of(word).bones());
            let of_sounds = sounds.iter().flat_map(Sound::symbols).fold(none, |bones, class| bones.with(*class));
            let read = words.iter().try_fold(none, |bones, word| bones.then(word, |_| true));
            assert_eq!(read, Some(of_sounds));
        }
    }
}
