//! Keyboards: which keys are neighbours, and what is typed when the other language is on.

use std::sync::LazyLock;

use super::pairs::Pairs;

/// Rows of keys, each as it lies above the next, half a key to its left.
type Layout = [&'static str; 4];

const QWERTY: Layout = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const QWERTZ: Layout = ["1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"];
const AZERTY: Layout = ["1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"];
/// The standard Hebrew keyboard, SI-1452, key for key over QWERTY.
const HEBREW: Layout = ["1234567890", "/'קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"];
/// QWERTY with as many keys in a row as HEBREW.
const LATIN: Layout = ["1234567890", "qwertyuiop", "asdfghjkl;", "zxcvbnm,."];

static NEIGHBOURS: LazyLock<Pairs> =
    LazyLock::new(|| Pairs::of([QWERTY, QWERTZ, AZERTY, HEBREW].iter().flat_map(touching)));

/// Whether two folded letters are neighbours on a keyboard.
pub(super) fn neighbours(one: char, other: char) -> bool {
    NEIGHBOURS.has(one, other)
}

/// The keys of a layout that touch, as folded letters: of a Hebrew letter and its final form, both keys.
fn touching(layout: &Layout) -> Vec<(char, char)> {
    let keys =
        || (0..).zip(layout).flat_map(|(row, keys)| keys.chars().enumerate().map(move |(at, key)| ((row, at), key)));
    let pairs = keys().flat_map(|(here, one)| {
        let near = keys().filter(move |(there, _)| touch(here, *there));
        near.map(move |(_, other)| (plain(one), plain(other)))
    });
    pairs.collect()
}

fn plain(key: char) -> char {
    match key {
        'ן' => 'נ',
        'ם' => 'מ',
        'ך' => 'כ',
        'ף' => 'פ',
        'ץ' => 'צ',
        _ => key,
    }
}

fn touch((row, key): (usize, usize), (other_row, other_key): (usize, usize)) -> bool {
    match other_row.cmp(&row) {
        std::cmp::Ordering::Equal => key.abs_diff(other_key) == 1,
        std::cmp::Ordering::Greater => other_row - row == 1 && (other_key == key || other_key + 1 == key),
        std::cmp::Ordering::Less => row - other_row == 1 && (other_key == key || key + 1 == other_key),
    }
}

/// What comes out when someone types `text` while the other language is on.
pub(super) fn in_other_layout(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(other_key).collect()
}

fn other_key(c: char) -> char {
    let key = |from: &Layout, to: &Layout| {
        let rows = from.iter().zip(to);
        rows.filter_map(|(from, to)| to.chars().nth(from.chars().position(|key| key == c)?)).next()
    };
    key(&LATIN, &HEBREW).or_else(|| key(&HEBREW, &LATIN)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_touch_are_neighbours() {
        for (one, other) in
            [('g', 'v'), ('g', 't'), ('g', 'b'), ('a', 'q'), ('z', 'u'), ('ש', 'ד'), ('ד', 'ג'), ('ו', 'נ')]
        {
            assert!(neighbours(one, other) && neighbours(other, one), "{one} {other}");
        }
        for (one, other) in [('g', 'p'), ('a', 'l'), ('פ', 'ש'), ('d', 'ג')] {
            assert!(!neighbours(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_other_layout_is_typed_key_for_key() {
        assert_eq!(in_other_layout("דפי זהב"), "sph zvc");
        assert_eq!(in_other_layout("Golden"), "עםךגקמ");
    }
}
