//! Folding: what one character counts as when words are compared.
//!
//! Niqqud, cantillation, bidi controls and other marks count as nothing; final letters as their plain form; capital as
//! small; every quotation mark as `"` or `'`; compatibility forms (fullwidth, mathematical) as the letter they stand for.
//! What does not belong here: anything that looks at more than one character. That is `words`.

use unicode_normalization::UnicodeNormalization;

/// What one character counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// It counts as nothing: a mark, a control.
    Nothing,
    /// It counts as this character.
    One(char),
    /// It counts as these characters, closed by `'\0'` (a compatibility form such as `ﬁ`).
    Several([char; 4]),
}

/// Folds one character.
pub fn fold(c: char) -> Folded {
    match fold_letter(c) {
        Some(letter) => Folded::One(letter),
        None => fold_sign(c),
    }
}

/// Folds what almost all of a post is made of: ASCII and Hebrew letters.
#[inline]
pub fn fold_letter(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => Some(c.to_ascii_lowercase()),
        _ if is_hebrew(c) => Some(plain_letter(c)),
        _ => None,
    }
}

fn fold_sign(c: char) -> Folded {
    match c {
        '\u{5be}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Folded::One('-'),
        '\u{5f3}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '´' => Folded::One('\''),
        '\u{5f4}' | '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => Folded::One('"'),
        _ if is_nothing(c) => Folded::Nothing,
        _ => fold_rare(c),
    }
}

/// A Hebrew final letter as its plain form; any other character unchanged.
pub fn plain_letter(c: char) -> char {
    match c {
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        _ => c,
    }
}

/// Whether `c` is a Hebrew letter.
pub fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}')
}

/// Marks and controls that may stand anywhere in a word without changing it.
fn is_nothing(c: char) -> bool {
    matches!(c,
        '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' // niqqud, cantillation
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' // controls, joiners, variation selectors
        | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

/// Everything off the fast path: compatibility forms, diacritics, capitals of other scripts.
fn fold_rare(c: char) -> Folded {
    let mut out = ['\0'; 4];
    let mut used = 0;
    let decomposed = std::iter::once(c).nfkd().filter(|d| !is_nothing(*d));
    for d in decomposed.flat_map(char::to_lowercase).filter(|d| !is_nothing(*d)) {
        if let Some(slot) = out.get_mut(used) {
            *slot = plain_letter(d);
            used += 1;
        }
    }
    match (used, out) {
        (0, _) => Folded::Nothing,
        (1, [only, ..]) => Folded::One(only),
        _ => Folded::Several(out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_readers_take_for_the_same() {
        assert_eq!(fold('Q'), Folded::One('q'));
        assert_eq!(fold('ם'), Folded::One('מ'));
        assert_eq!(fold('\u{5b8}'), Folded::Nothing);
        assert_eq!(fold('״'), Folded::One('"'));
        assert_eq!(fold('Ｂ'), Folded::One('b'));
        assert_eq!(fold('𝐆'), Folded::One('g'));
        assert_eq!(fold('é'), Folded::One('e'));
        assert_eq!(fold('ﬁ'), Folded::Several(['f', 'i', '\0', '\0']));
        assert_eq!(fold('\u{fb2a}'), Folded::One('ש'));
        assert_eq!(fold('Д'), Folded::One('д'));
    }
}
