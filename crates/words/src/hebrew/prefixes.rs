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

/// `ו`, `ש`, `כש` and their chains that begin with a letter, none among them, each with the letters it is made of; nothing for a
/// letter that is no prefix.
fn conjunctions(first: char) -> &'static [&'static [char]] {
    match first {
        'ו' => &[&[], &['ו'], &['ו', 'ש'], &['ו', 'כ', 'ש'], &['ו', 'מ', 'ש'], &['ו', 'ל', 'כ', 'ש']],
        'ש' => &[&[], &['ש'], &['ש', 'כ', 'ש']],
        'כ' => &[&[], &['כ', 'ש']],
        'מ' => &[&[], &['מ', 'ש']],
        'ל' => &[&[], &['ל', 'כ', 'ש']],
        'ה' | 'ב' => &[&[]],
        _ => &[],
    }
}

/// Gives every way to take prefix letters off `word` to `out`: how many letters are taken, and their kinds. At least two letters
/// stay.
pub fn chains(word: &[char], mut out: impl FnMut(usize, Prefixes)) {
    let first = word.first().copied().unwrap_or_default();
    for letters in conjunctions(first).iter().filter(|letters| word.starts_with(letters)) {
        let kinds = if letters.is_empty() { Prefixes::NONE } else { Prefixes::CONJUNCTIONS };
        nominal(word, letters.len(), kinds, &mut |taken, kinds| {
            if taken > 0 && word.len() >= taken + 2 {
                out(taken, kinds);
            }
        });
    }
}

/// From letter `at` on, behind prefixes of these kinds: a preposition, the article, both or neither.
fn nominal(word: &[char], at: usize, kinds: Prefixes, out: &mut impl FnMut(usize, Prefixes)) {
    article(word, at, kinds, out);
    if matches!(word.get(at), Some('ב' | 'ל' | 'כ' | 'מ')) {
        article(word, at + 1, kinds.with(Prefixes::PREPOSITIONS), out);
    }
}

/// The same for the article.
fn article(word: &[char], at: usize, kinds: Prefixes, out: &mut impl FnMut(usize, Prefixes)) {
    out(at, kinds);
    if word.get(at) == Some(&'ה') {
        out(at + 1, kinds.with(Prefixes::ARTICLE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        let mut out = Vec::new();
        chains(&letters, |taken, _| out.push(letters[taken..].iter().collect()));
        out
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
        let mut found = Vec::new();
        chains(&['ה', 'ב', 'ו', 'ס'], |taken, kinds| found.push((taken, kinds)));
        assert_eq!(found, [(1, Prefixes::ARTICLE)]);
        assert!(!Prefixes::ARTICLE.within(Prefixes::OWNED));
    }
}
