//! From letters to symbols: which letters, in which place, make which sound. The room above says what the symbols mean.

use super::NOTHING;
use crate::hebrew::key;

/// Gives the symbols of a folded word in Hebrew letters to `out`, until that wants no more. `א` and `ע` tell a vowel where the word begins or ends, else nothing.
pub(super) fn hebrew(folded: &str, mut out: impl FnMut(u8) -> bool) {
    let mut letters = key(folded);
    let (mut next, mut before) = (letters.next(), NOTHING);
    while let Some(letter) = next {
        next = letters.next();
        let geresh = next == Some('\'');
        if geresh {
            next = letters.next();
        }
        let symbol = hebrew_symbol(letter, geresh, next, before);
        if symbol != NOTHING {
            if !out(symbol) {
                return;
            }
            before = symbol;
        }
    }
}

/// Gives the symbols of a folded word in Latin letters to `out`, until that wants no more; none of an abbreviation, which has no vowel.
pub(super) fn latin(folded: &str, mut out: impl FnMut(u8) -> bool) {
    let word = folded.strip_suffix("'s").unwrap_or(folded).as_bytes();
    if !word.iter().any(|c| VOWELS.contains(c)) {
        return;
    }
    let (mut at, mut before) = (0, NOTHING);
    while let Some(rest) = word.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, symbols) = latin_symbols(rest, at == 0);
        // Doubled letters are one; so are vowels in a row.
        let mut added = NOTHING;
        for symbol in symbols.bytes().filter(|symbol| *symbol != before) {
            if !out(symbol) {
                return;
            }
            added = symbol;
        }
        before = if symbols.bytes().eq([before]) { before } else { added };
        at += length;
    }
}

const VOWELS: &[u8] = b"aeiouy";

/// `before` is the symbol before it, or [`NOTHING`].
fn hebrew_symbol(letter: char, geresh: bool, next: Option<char>, before: u8) -> u8 {
    match (letter, geresh) {
        ('ג' | 'ז', true) => b'j',
        ('צ', true) => b'c',
        ('א', _) if matches!(before, b'i' | b'w') => NOTHING,
        ('א' | 'ע' | 'ה', _) if next.is_none() => b'e',
        ('א' | 'ע', _) if before == NOTHING && next != Some('י') => b'a',
        ('א' | 'ע', _) => NOTHING,
        ('ב', _) => b'b',
        ('ג', _) => b'g',
        ('ד', _) => b'd',
        ('ה', _) => b'h',
        ('ו', _) => b'w',
        ('ז', _) => b'z',
        ('ח', _) => b'x',
        ('ט' | 'ת', _) => b't',
        ('י', _) => b'i',
        ('כ', _) => b'q',
        ('ל', _) => b'l',
        ('מ', _) => b'm',
        ('נ', _) => b'n',
        ('ס', _) => b's',
        ('פ', _) => b'p',
        ('צ', _) => b'y',
        ('ק', _) => b'k',
        ('ר', _) => b'r',
        ('ש', _) => b'f',
        _ => NOTHING,
    }
}

/// Where letters make a sound.
#[derive(Clone, Copy)]
enum Where {
    Anywhere,
    Start,
    End,
    /// Before a vowel.
    Vowel,
    /// Before e, i or y.
    Front,
}

/// The sound of the first letters of `rest`, and how many they are.
fn latin_symbols(rest: &[u8], start: bool) -> (usize, &'static str) {
    let fits = |letters: &str, place: Where| {
        let after = rest.get(letters.len());
        match place {
            Where::Anywhere => true,
            Where::Start => start,
            Where::End => after.is_none(),
            Where::Vowel => after.is_some_and(|c| VOWELS.contains(c)),
            Where::Front => after.is_some_and(|c| b"eiy".contains(c)),
        }
    };
    let rules = rest.first().map_or(&[][..], |first| latin_rules(*first));
    // By hand, since these few bytes are compared for every letter of a post.
    let starts =
        |letters: &str| rest.len() >= letters.len() && rest.iter().zip(letters.as_bytes()).all(|(a, b)| a == b);
    let rule = rules.iter().find(|(letters, place, _)| starts(letters) && fits(letters, *place));
    rule.map_or((1, ""), |(letters, _, symbols)| (letters.len(), symbols))
}

/// What letters that begin with `first` sound like; of those that fit, the first.
fn latin_rules(first: u8) -> &'static [(&'static str, Where, &'static str)] {
    use Where::{Anywhere, End, Front, Start, Vowel};
    match first {
        b'a' => &[("ai", Start, "I"), ("ay", Start, "I"), ("a", Start, "O"), ("ah", End, "A"), ("a", End, "A")],
        b'b' => &[("b", Anywhere, "B")],
        b'c' => &[
            ("chr", Anywhere, "KR"),
            ("ch", Anywhere, "C"),
            ("ck", Anywhere, "K"),
            ("cqu", Anywhere, "K"),
            ("c", Front, "S"),
            ("c", Anywhere, "K"),
        ],
        b'd' => &[("dt", End, "T"), ("d", Anywhere, "D")],
        b'e' => &[
            ("ei", Start, "I"),
            ("ey", Start, "I"),
            ("e", Start, "O"),
            ("eh", End, "E"),
            ("ee", Anywhere, "I"),
            ("e", End, "E"),
        ],
        b'f' => &[("f", Anywhere, "P")],
        b'g' => &[("ght", Anywhere, "T"), ("ge", End, "J"), ("g", Anywhere, "G")],
        b'h' => &[("h", Vowel, "H")],
        b'i' => &[("ie", End, "I"), ("i", Anywhere, "I")],
        b'j' => &[("j", Anywhere, "J")],
        b'k' => &[("kn", Start, "N"), ("kh", Anywhere, "C"), ("k", Anywhere, "K")],
        b'l' => &[("l", Anywhere, "L")],
        b'm' => &[("m", Anywhere, "M")],
        b'n' => &[("n", Anywhere, "N")],
        b'o' => &[("o", Start, "OW"), ("o", Anywhere, "W")],
        b'p' => &[("ph", Anywhere, "P"), ("p", Anywhere, "P")],
        b'q' => &[("qu", Vowel, "KU"), ("q", Anywhere, "K")],
        b'r' => &[("r", Anywhere, "R")],
        b's' => &[("sch", Anywhere, "X"), ("sh", Anywhere, "X"), ("s", Anywhere, "S")],
        b't' => &[
            ("tsch", Anywhere, "C"),
            ("tch", Anywhere, "C"),
            ("tion", End, "XN"),
            ("ts", Anywhere, "Y"),
            ("tz", Anywhere, "Y"),
            ("th", Anywhere, "T"),
            ("t", Anywhere, "T"),
        ],
        b'u' => &[("u", Start, "OW"), ("uy", End, "I"), ("u", Anywhere, "W")],
        b'v' => &[("v", Anywhere, "V")],
        b'w' => &[("wr", Start, "R"), ("w", Vowel, "U"), ("w", Anywhere, "W")],
        b'x' => &[("x", Anywhere, "KS")],
        b'y' => &[("y", Anywhere, "I")],
        b'z' => &[("z", Anywhere, "Z")],
        _ => &[],
    }
}
