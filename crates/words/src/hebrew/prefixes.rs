//! The letters that hang before a Hebrew word: and, that, when, in, to, as, from, the.

/// Which kinds of prefix letters there are, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefixes(u8);

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

/// `ו`, `ש`, `כש` and their chains, each with the letters it is made of.
const CONJUNCTIONS: [&[char]; 11] = [
    &[],
    &['ו'],
    &['ש'],
    &['ו', 'ש'],
    &['כ', 'ש'],
    &['ו', 'כ', 'ש'],
    &['ש', 'כ', 'ש'],
    &['מ', 'ש'],
    &['ו', 'מ', 'ש'],
    &['ל', 'כ', 'ש'],
    &['ו', 'ל', 'כ', 'ש'],
];

/// Every way to take prefix letters off `word`: how many letters are taken, and their kinds. At least two letters stay.
pub fn chains(word: &[char]) -> impl Iterator<Item = (usize, Prefixes)> + '_ {
    let may = matches!(word.first(), Some('ו' | 'ש' | 'ה' | 'ב' | 'ל' | 'כ' | 'מ'));
    let before = CONJUNCTIONS.iter().filter(move |letters| may && word.starts_with(letters));
    before
        .flat_map(move |letters| {
            let first = if letters.is_empty() { Prefixes::NONE } else { Prefixes::CONJUNCTIONS };
            nominal(word, letters.len()).map(move |(taken, kinds)| (taken, first.with(kinds)))
        })
        .filter(move |(taken, _)| *taken > 0 && word.len() >= taken + 2)
}

/// From letter `at` on: a preposition, the article, both or neither.
fn nominal(word: &[char], at: usize) -> impl Iterator<Item = (usize, Prefixes)> + '_ {
    let preposition = matches!(word.get(at), Some('ב' | 'ל' | 'כ' | 'מ'));
    let with = preposition.then_some((at + 1, Prefixes::PREPOSITIONS));
    std::iter::once((at, Prefixes::NONE)).chain(with).flat_map(move |(taken, kinds)| {
        let article = (word.get(taken) == Some(&'ה')).then_some((taken + 1, kinds.with(Prefixes::ARTICLE)));
        std::iter::once((taken, kinds)).chain(article)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        chains(&letters).map(|(taken, _)| letters[taken..].iter().collect()).collect()
    }

    #[test]
    fn takes_chains_off() {
        assert!(stems("וכשהבוס").contains(&"בוס".to_owned()));
        assert!(stems("שבמשרד").contains(&"משרד".to_owned()));
        assert!(stems("מהנהלת").contains(&"נהלת".to_owned()));
        assert_eq!(stems("גדול"), Vec::<String>::new());
        assert_eq!(stems("בו"), Vec::<String>::new());
    }

    #[test]
    fn the_article_is_told_apart() {
        let with_article = chains(&['ה', 'ב', 'ו', 'ס']).find(|(taken, _)| *taken == 1).map(|(_, kinds)| kinds);
        assert_eq!(with_article, Some(Prefixes::ARTICLE));
        assert!(!Prefixes::ARTICLE.within(Prefixes::OWNED));
    }
}
