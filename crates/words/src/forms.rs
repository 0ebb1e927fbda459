//! The table of all inflected forms: a hundred thousand small entries, made in one go and then only read.
//!
//! Forms are sorted by hash; an index by the hash's highest bits tells where to look.

use crate::{
    arrays::{Array, Reader, Writer, starts},
    hash::WordHash,
    hebrew::Prefixes,
    roles::Roles,
};

/// From a form's hash to lemmas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Forms {
    /// Where the forms begin whose hash has these highest bits.
    index: Array,
    hashes: Array,
    /// The lemma, below it its roles, and in the lowest bits the prefixes that may hang before the form.
    lemmas: Array,
}

/// A lemma that a form is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lemma {
    /// Which one.
    pub number: u32,
    /// What it does in terms.
    pub roles: Roles,
    /// The prefixes that may hang before the form.
    pub prefixes: Prefixes,
}

impl Lemma {
    fn pack(self) -> u32 {
        (self.number << Roles::BITS | self.roles.bits()) << Prefixes::BITS | self.prefixes.bits()
    }

    fn unpack(packed: u32) -> Self {
        let roles = packed >> Prefixes::BITS;
        Self { number: roles >> Roles::BITS, roles: Roles::from_bits(roles), prefixes: Prefixes::from_bits(packed) }
    }
}

/// One form of one lemma: sorted, they stand in the table's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    /// The form's hash.
    pub hash: u32,
    /// Which lemma.
    pub lemma: u32,
    /// Which prefixes may hang before it, as [`Prefixes::bits`].
    pub prefixes: u32,
}

impl Forms {
    /// The table of these forms of lemmas with these roles; one that is given twice for a lemma gets the union of both prefixes.
    pub fn new(mut forms: Vec<Form>, roles: &[Roles]) -> Self {
        forms.sort_unstable();
        forms.dedup_by(|next, kept| {
            let same = (next.hash, next.lemma) == (kept.hash, kept.lemma);
            if same {
                kept.prefixes |= next.prefixes;
            }
            same
        });
        // About four forms to a row of the index.
        let bits = (usize::BITS - forms.len().leading_zeros()).saturating_sub(2);
        let shift = u32::BITS.saturating_sub(bits);
        let lemma = |form: &Form| Lemma {
            number: form.lemma,
            roles: roles.get(form.lemma as usize).copied().unwrap_or_default(),
            prefixes: Prefixes::from_bits(form.prefixes),
        };
        Self {
            index: starts(1 << bits, forms.iter().map(|form| highest(form.hash, shift))),
            hashes: forms.iter().map(|form| form.hash).collect(),
            lemmas: forms.iter().map(|form| lemma(form).pack()).collect(),
        }
    }

    /// Whether there is no form at all.
    pub fn is_empty(&self) -> bool {
        self.hashes.len() == 0
    }

    /// The lemmas of a form.
    pub fn get(&self, hash: WordHash) -> impl Iterator<Item = Lemma> + '_ {
        let hash = hash.short();
        let keys = self.index.len().saturating_sub(1).max(1);
        let row = self.index.row(highest(hash, u32::BITS.saturating_sub(keys.trailing_zeros())));
        let both = self.hashes.range(row.clone()).zip(self.lemmas.range(row));
        both.filter(move |(own, _)| *own == hash).map(|(_, packed)| Lemma::unpack(packed))
    }

    /// Writes the table for [`Forms::read`].
    pub fn write(&self, out: &mut Writer) {
        [&self.index, &self.hashes, &self.lemmas].into_iter().for_each(|array| out.array(array));
    }

    /// Reads what [`Forms::write`] wrote.
    pub fn read(from: &mut Reader) -> Option<Self> {
        Some(Self { index: from.array()?, hashes: from.array()?, lemmas: from.array()? })
    }
}

fn highest(hash: u32, shift: u32) -> usize {
    hash.checked_shr(shift).unwrap_or_default() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(n: u32) -> WordHash {
        WordHash::of(n.to_string().chars())
    }

    fn form(n: u32, lemma: u32, prefixes: Prefixes) -> Form {
        Form { hash: hash(n).short(), lemma, prefixes: prefixes.bits() }
    }

    #[test]
    fn keeps_every_form() {
        let three =
            |n| [form(n, n, Prefixes::ARTICLE), form(n, n, Prefixes::CONJUNCTIONS), form(n, n + 1, Prefixes::NONE)];
        let table = Forms::new((0..5_000).flat_map(three).collect(), &[Roles::SECOND; 5_001]);
        let all = |n| table.get(hash(n)).collect::<Vec<_>>();
        let lemma = |number, prefixes| Lemma { number, roles: Roles::SECOND, prefixes };
        let both = Prefixes::ARTICLE.with(Prefixes::CONJUNCTIONS);
        let complete = |n: u32| {
            all(n).len() == 2 && all(n).contains(&lemma(n, both)) && all(n).contains(&lemma(n + 1, Prefixes::NONE))
        };
        assert!((0..5_000).all(complete));
        assert_eq!(all(5_000), []);
    }

    #[test]
    fn an_empty_table_holds_nothing() {
        assert_eq!(Forms::new(Vec::new(), &[]).get(hash(1)).count(), 0);
        assert_eq!(Forms::default().get(hash(1)).count(), 0);
    }
}
