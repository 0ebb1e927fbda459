//! What was found out of words lately: most words of a post have been met before, and need not be looked at again.
//!
//! A table of fixed size, by a word's hash, in which a later word takes the place of an earlier one. It keeps no text.

use std::sync::{Mutex, MutexGuard, PoisonError};

use amana_words::WordHash;

/// The table, for whoever reads a sentence.
#[derive(Debug)]
pub(crate) struct Recent<V>(Mutex<Known<V>>);

/// The table while a sentence is read.
#[derive(Debug)]
pub(crate) struct Known<V>(Vec<(WordHash, V)>);

/// So many bits of a hash tell words apart: some 4,000 words, which is room for a page of Hebrew, where a word has several readings,
/// and still close at hand.
const BITS: u32 = 12;

impl<V: Copy + Default> Default for Recent<V> {
    fn default() -> Self {
        Self(Mutex::new(Known(vec![(WordHash::EMPTY, V::default()); 1 << BITS])))
    }
}

impl<V> Recent<V> {
    /// For one sentence.
    pub fn known(&self) -> MutexGuard<'_, Known<V>> {
        // Whatever stopped another reader, each entry is whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V: Copy> Known<V> {
    /// What is known of a word of one letter or more.
    pub fn get(&self, word: WordHash) -> Option<V> {
        self.0.get(place(word)).filter(|(own, _)| *own == word).map(|(_, value)| *value)
    }

    /// Remembers what is found out of a word.
    pub fn put(&mut self, word: WordHash, value: V) {
        self.0.get_mut(place(word)).into_iter().for_each(|slot| *slot = (word, value));
    }
}

fn place(word: WordHash) -> usize {
    (word.mixed() >> (u32::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_until_another_takes_its_place() {
        let recent = Recent::default();
        let mut known = recent.known();
        let word = |n: u32| WordHash::of(n.to_string().chars());
        for n in 0..10_000 {
            assert_eq!(known.get(word(n)), None);
            known.put(word(n), n);
            assert_eq!(known.get(word(n)), Some(n));
        }
        assert!((0..10_000).all(|n| known.get(word(n)).is_none_or(|value| value == n)));
    }
}
