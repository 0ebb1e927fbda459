//! Which letters go together, as a table that is read in one look: a name's letters are compared with those of many brands.

use amana_words::is_hebrew;

/// For each letter or digit, the bits of those that go with it.
pub(super) struct Pairs([u64; LETTERS]);

/// Latin letters, digits, and Hebrew letters with the final ones.
const LETTERS: usize = 26 + 10 + 27;

impl Pairs {
    /// Of these pairs, either way. What is neither a letter nor a digit goes with nothing.
    pub fn of(pairs: impl Iterator<Item = (char, char)>) -> Self {
        let mut out = Self([0; LETTERS]);
        pairs.for_each(|(one, other)| {
            out.add(one, other);
            out.add(other, one);
        });
        out
    }

    fn add(&mut self, one: char, other: char) {
        let slot = place(one).and_then(|at| self.0.get_mut(at)).zip(place(other));
        slot.into_iter().for_each(|(bits, at)| *bits |= 1 << at);
    }

    /// Whether two folded letters go together.
    pub fn has(&self, one: char, other: char) -> bool {
        let bits = place(one).and_then(|at| self.0.get(at)).zip(place(other));
        bits.is_some_and(|(bits, at)| bits & (1 << at) != 0)
    }
}

fn place(c: char) -> Option<usize> {
    let behind = |first: char, before: usize| (u32::from(c) - u32::from(first)) as usize + before;
    match c {
        'a'..='z' => Some(behind('a', 0)),
        '0'..='9' => Some(behind('0', 26)),
        _ if is_hebrew(c) => Some(behind('א', 26 + 10)),
        _ => None,
    }
}
