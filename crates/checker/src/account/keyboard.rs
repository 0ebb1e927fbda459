//! Keyboards: which keys are neighbours, and what is typed when the other language is on.

/// Rows of keys, each as it lies above the next, half a key to its left.
type Layout = [&'static str; 4];

const QWERTY: Layout = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const QWERTZ: Layout = ["1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"];
const AZERTY: Layout = ["1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"];
/// The standard Hebrew keyboard, SI-1452, key for key over QWERTY.
const HEBREW: Layout = ["1234567890", "/'קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"];
/// QWERTY with as many keys in a row as HEBREW.
const LATIN: Layout = ["1234567890", "qwertyuiop", "asdfghjkl;", "zxcvbnm,."];

/// Whether two folded letters are neighbours on a keyboard.
pub(super) fn neighbours(one: char, other: char) -> bool {
    [QWERTY, QWERTZ, AZERTY, HEBREW].iter().any(|layout| {
        let places = |c| places(layout, c);
        places(one).any(|a| places(other).any(|b| touch(a, b)))
    })
}

/// Row and key of a folded letter; of Hebrew letters with a final form, both keys.
fn places(layout: &'static Layout, c: char) -> impl Iterator<Item = (usize, usize)> {
    let keys = (0..).zip(layout).flat_map(|(row, keys)| keys.chars().enumerate().map(move |(at, key)| (row, at, key)));
    keys.filter(move |(_, _, key)| plain(*key) == c).map(|(row, at, _)| (row, at))
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
