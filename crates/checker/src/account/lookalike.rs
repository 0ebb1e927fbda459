//! Letters that pass for other letters, script by script: Cyrillic, Greek and many others for Latin ones, signs and digits for
//! letters, Latin letters for each other.
//!
//! Which letters of other scripts pass for Latin ones is read off Unicode's own tables when Amana is built (`build/lookalikes.rs`).
//! No Hebrew letter is ever taken for a Latin one where the brand is Hebrew: only a Latin brand may have `ס` for an o.

use std::sync::LazyLock;

use super::pairs::Pairs;

/// Letters of other scripts and the Latin letters they pass for, as UTF-8, in pairs sorted by the first.
static TWINS: &str = include_str!(concat!(env!("OUT_DIR"), "/lookalikes.txt"));

/// The Latin letter that a folded letter of another script passes for.
pub(super) fn twin(c: char) -> Option<char> {
    if c.is_ascii() || amana_words::is_hebrew(c) {
        return None;
    }
    TABLE.binary_search_by_key(&c, |(letter, _)| *letter).ok().and_then(|at| TABLE.get(at)).map(|(_, twin)| *twin)
}

static TABLE: LazyLock<Vec<(char, char)>> =
    LazyLock::new(|| TWINS.lines().filter_map(|line| Some((line.chars().next()?, line.chars().nth(1)?))).collect());

/// What else a character of a name may stand for, besides itself.
pub(super) fn stands_for(c: char) -> [char; 2] {
    match c {
        '0' => ['o', 'ס'],
        '1' => ['l', 'i'],
        '2' => ['z', '\0'],
        '3' => ['e', '\0'],
        '4' => ['a', '\0'],
        '5' => ['s', '\0'],
        '6' => ['b', 'g'],
        '7' => ['t', '\0'],
        '8' => ['b', '\0'],
        '9' => ['g', '\0'],
        'ס' => ['o', '\0'],
        'ו' => ['l', 'i'],
        'ח' | 'ת' => ['n', '\0'],
        'ש' => ['w', '\0'],
        'ט' => ['u', 'v'],
        'ע' => ['y', '\0'],
        'o' => ['ס', '\0'],
        'i' | 'l' => ['ו', 'י'],
        'n' => ['ח', 'ת'],
        'w' => ['ש', '\0'],
        'u' => ['ט', '\0'],
        'y' => ['ע', 'צ'],
        'x' => ['א', '\0'],
        _ => ['\0'; 2],
    }
}

/// The letter that a sign between letters stands for.
pub(super) fn sign(c: char) -> Option<char> {
    Some(match c {
        '@' => 'a',
        '$' | '§' => 's',
        '!' | '¡' | '|' => 'i',
        '€' => 'e',
        '£' => 'l',
        '¢' => 'c',
        '¥' => 'y',
        '+' => 't',
        '°' | '•' | '●' | '○' | '◯' | '⚪' | '⚫' | '⭕' | '🔴' | '🔵' | '🟠' | '🟡' | '🟢' | '🟣' | '🌕' | '🌑'
        | '🌞' | '⚽' | '🏀' | '🍩' | '🪙' => 'o',
        _ => return None,
    })
}

/// The class of a letter, by which brands are looked up: letters that look alike in some typeface share one.
pub(super) fn class(c: char) -> char {
    match c {
        'l' | '1' | '!' | '|' | 'j' => 'i',
        'q' | '9' | '6' => 'g',
        'm' | 'ר' => 'n',
        'd' | '8' => 'b',
        'e' | '3' => 'c',
        '0' => 'o',
        'v' => 'u',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '2' => 'z',
        _ => c,
    }
}

/// Pairs of letters, either way, that a quick eye takes for each other.
const PAIRS: [&str; 26] = [
    "il", "ij", "lj", "gq", "nm", "nr", "bd", "ce", "uv", "vw", "co", "ao", // Latin
    "דר", "הח", "חת", "הת", "ונ", "וז", "זנ", "יו", "בכ", "כפ", "סמ", "טמ", "גנ", "עצ", // Hebrew
];

static ALIKE: LazyLock<Pairs> = LazyLock::new(|| Pairs::of(both(&PAIRS)));

/// Whether two letters look alike.
pub(super) fn alike(one: char, other: char) -> bool {
    ALIKE.has(one, other)
}

/// Letters that are mistaken for each other by ear.
const HEARD: [&str; 22] = [
    "ck", "kq", "cq", "cs", "sz", "vb", "vw", "vf", "pf", "iy", "ey", "gj", "xs", "td", // Latin
    "טת", "כק", "חכ", "סש", "אע", "אה", "בו", "צס", // Hebrew
];

static HEARD_ALIKE: LazyLock<Pairs> = LazyLock::new(|| Pairs::of(both(&HEARD).chain(both(&["aeiou"]))));

/// Whether two letters sound alike: vowels among each other too.
pub(super) fn heard_alike(one: char, other: char) -> bool {
    HEARD_ALIKE.has(one, other)
}

/// Each letter of a group with each, itself included.
fn both<'a>(groups: &'a [&str]) -> impl Iterator<Item = (char, char)> + 'a {
    groups.iter().flat_map(|group| group.chars().flat_map(|one| group.chars().map(move |other| (one, other))))
}

/// Two letters that together look like one.
const JOINED: [(&str, char); 18] = [
    ("rn", 'm'),
    ("nn", 'm'),
    ("rr", 'm'),
    ("vv", 'w'),
    ("uu", 'w'),
    ("cl", 'd'),
    ("dl", 'd'),
    ("di", 'd'),
    ("ci", 'd'),
    ("lb", 'b'),
    ("lh", 'h'),
    ("lk", 'k'),
    ("ik", 'k'),
    ("lc", 'k'),
    ("ri", 'n'),
    ("ול", 'ש'),
    ("רו", 'ח'),
    ("כו", 'ס'),
];

/// The pairs of letters that look like one.
pub(super) fn joined(one: char) -> impl Iterator<Item = &'static str> {
    JOINED.iter().filter(move |(_, looks)| *looks == one).map(|(two, _)| *two)
}

/// Whether a letter is of a script or a shape that few readers know, so that they take it for what they expect.
pub(super) fn is_unknown(c: char) -> bool {
    !c.is_ascii() && !amana_words::is_hebrew(c) && c.is_alphabetic()
}
