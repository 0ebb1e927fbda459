//! The letters that hang before a Hebrew word: and, that, when, in, to, as, from, the.

/// Which kinds of prefix letters there are, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Prefixes(u8);

impl Prefixes {
    /// No letter at all.
    pub const NONE: Self = Self(0);
    /// `ו`, `ש`, `כש`, `מש`, `לכש` and their chains: before any word.
    pub const CONJUNCTIONS: Self = Self(1);
    /// `ב`, `ל`, `כ`, `מ`: before nouns.
    pub const PREPOSITIONS: Self = Self(2);
    /// `ה`: before nouns without an owner.
    pub const ARTICLE: Self = Self(4);
    /// Before a noun whose owner is told by a suffix or the next word.
    pub const OWNED: Self = Self(3);
    /// All of them.
    pub const ALL: Self = Self(7);

    /// How many bits a set takes.
    pub const BITS: u32 = 3;

    /// The set as bits.
    pub fn bits(self) -> u32 {
        u32::from(self.0)
    }

    /// The set in the lowest bits of a number.
    pub fn from_bits(bits: u32) -> Self {
        let [lowest, ..] = bits.to_le_bytes();
        Self(lowest & Self::ALL.0)
    }

    /// Whether every kind in `self` is in `allowed`.
    pub fn within(self, allowed: Self) -> bool {
        self.0 & !allowed.0 == 0
    }

    /// Both sets together.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const CONJUNCTIONS: [&str; 11] = ["", "ו", "ש", "וש", "כש", "וכש", "שכש", "מש", "ומש", "לכש", "ולכש"];
const PREPOSITIONS: [&str; 5] = ["", "ב", "ל", "כ", "מ"];

/// Every way to take prefix letters off `word`: the bytes taken, and their kinds. At least two letters stay.
pub(crate) fn chains(word: &str) -> impl Iterator<Item = (usize, Prefixes)> + '_ {
    let may = word.starts_with(['ו', 'ש', 'ה', 'ב', 'ל', 'כ', 'מ']);
    CONJUNCTIONS
        .into_iter()
        .filter(move |_| may)
        .flat_map(move |conjunction| {
            let after = word.strip_prefix(conjunction);
            after.into_iter().flat_map(move |rest| {
                let first = kind(conjunction, Prefixes::CONJUNCTIONS);
                nominal(rest).map(move |(taken, kinds)| (conjunction.len() + taken, first.with(kinds)))
            })
        })
        .filter(move |(taken, _)| *taken > 0 && word.len() >= taken + 2 * 'א'.len_utf8())
}

/// A preposition, the article, both or neither.
fn nominal(rest: &str) -> impl Iterator<Item = (usize, Prefixes)> + '_ {
    PREPOSITIONS.into_iter().filter_map(move |p| Some((p, rest.strip_prefix(p)?))).flat_map(|(p, after)| {
        let kinds = kind(p, Prefixes::PREPOSITIONS);
        let article = after.starts_with('ה').then_some((p.len() + 'ה'.len_utf8(), kinds.with(Prefixes::ARTICLE)));
        std::iter::once((p.len(), kinds)).chain(article)
    })
}

fn kind(letters: &str, kind: Prefixes) -> Prefixes {
    if letters.is_empty() { Prefixes::NONE } else { kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(word: &str) -> Vec<&str> {
        chains(word).filter_map(|(taken, _)| word.get(taken..)).collect()
    }

    #[test]
    fn takes_chains_off() {
        assert!(stems("וכשהבוס").contains(&"בוס"));
        assert!(stems("שבמשרד").contains(&"משרד"));
        assert!(stems("מהנהלת").contains(&"נהלת"));
        assert_eq!(stems("גדול"), Vec::<&str>::new());
        assert_eq!(stems("בו"), Vec::<&str>::new());
    }

    #[test]
    fn the_article_is_told_apart() {
        let with_article = chains("הבוס").find(|(taken, _)| *taken == 2).map(|(_, kinds)| kinds);
        assert_eq!(with_article, Some(Prefixes::ARTICLE));
        assert!(!Prefixes::ARTICLE.within(Prefixes::OWNED));
    }
}
