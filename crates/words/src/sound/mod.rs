//! How a word sounds: a short key under which a name's Hebrew and Latin spellings meet.
//!
//! A word of either script becomes a row of *symbols*: capitals for what Latin letters tell (`Yossi` is `IWSI`), small letters for
//! what Hebrew ones tell (`יוסי` is `iwsi`). Neither script tells all: Hebrew leaves vowels out and writes b and v alike, Latin
//! writes `ח` and `כ` alike. [`PAIRS`] says which symbols may stand for each other, and [`Sound::spellings`] walks through what a
//! word may be in the other script. The consonants alone, [`Sound::bones`], are what names are looked up by.
//!
//! What does not belong here: how letters make symbols (`letters`), which names are looked for.

mod bones;
mod letters;

pub use bones::Bones;

/// A word, or several joined, in symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sound {
    symbols: [u8; Sound::LONGEST],
    length: usize,
}

impl Sound {
    /// So many symbols are kept; what is behind them is not compared.
    pub const LONGEST: usize = 24;

    /// Without any symbol.
    pub const NONE: Self = Self { symbols: [0; Self::LONGEST], length: 0 };

    /// Of a folded word in Hebrew or Latin letters.
    ///
    /// ```
    /// use amana_words::Sound;
    /// assert!(Sound::of("יוסי").is_spelled(&Sound::of("yossi"), 0));
    /// ```
    #[must_use]
    pub fn of(folded: &str) -> Self {
        let mut sound = Self::NONE;
        symbols(folded, |symbol| {
            sound = sound.with(symbol);
            true
        });
        sound
    }

    /// The symbols, as ASCII letters.
    #[must_use]
    pub fn symbols(&self) -> &[u8] {
        self.symbols.get(..self.length).unwrap_or_default()
    }

    /// The last symbol; [`NOTHING`] when there is none.
    #[must_use]
    pub fn last(&self) -> u8 {
        self.symbols().last().copied().unwrap_or(NOTHING)
    }

    /// With one more symbol; [`NOTHING`] changes nothing.
    #[must_use]
    pub fn with(mut self, symbol: u8) -> Self {
        if let Some(slot) = self.symbols.get_mut(self.length).filter(|_| symbol != NOTHING) {
            *slot = symbol;
            self.length += 1;
        }
        self
    }

    /// This and another behind it.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        next.symbols().iter().fold(self, |sound, symbol| sound.with(*symbol))
    }

    /// The same with symbols that are often mistaken for each other put as one: what is hashed, since hashes can't be compared.
    #[must_use]
    pub fn blurred(&self) -> Self {
        self.symbols().iter().fold(Self::NONE, |blurred, symbol| blurred.with(blur(*symbol)))
    }

    /// The consonants, in classes that both scripts tell apart.
    #[must_use]
    pub fn bones(&self) -> Self {
        self.symbols().iter().fold(Self::NONE, |bones, symbol| bones.with(class(*symbol)))
    }

    /// Every row of bones that a spelling in the other script may have: `ו` is a consonant there, or none.
    #[must_use]
    pub fn bones_across(&self) -> Vec<Self> {
        let mut all = vec![Self::NONE];
        for symbol in self.symbols() {
            let others = if all.len() < MOST_BONES { other_classes(*symbol) } else { &[] };
            let branches = others.iter().flat_map(|class| all.iter().map(|bones| bones.with(*class)));
            let branches: Vec<Self> = branches.collect();
            all.iter_mut().for_each(|bones| *bones = bones.with(class(*symbol)));
            all.extend(branches);
        }
        all
    }

    /// How much of the word both scripts write: its symbols without those for i and a last vowel.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.symbols().iter().filter(|symbol| !matches!(symbol, b'i' | b'e' | b'I' | b'A' | b'E')).count()
    }

    /// Walks through the word's spellings in the other script that take at most `freedom` liberties. `visit` gets every beginning
    /// of one, and whether it is whole; a beginning that it refuses is not gone on with.
    pub fn spellings(&self, freedom: u8, visit: &mut dyn FnMut(&Self, bool) -> bool) {
        spell(self.symbols(), freedom, Self::NONE, visit);
    }

    /// Whether two words, one of each script, are spellings of one name.
    #[must_use]
    pub fn is_spelled(&self, other: &Self, freedom: u8) -> bool {
        let latin = |sound: &Self| sound.symbols().iter().any(u8::is_ascii_uppercase);
        let (hebrew, other) = if latin(self) { (other, self) } else { (self, other) };
        let mut found = false;
        hebrew.spellings(freedom, &mut |part, whole| {
            found |= whole && part == other;
            !found && other.symbols().starts_with(part.symbols())
        });
        found
    }
}

/// Gives the symbols of a folded word to `out`, until that wants no more.
fn symbols(folded: &str, out: impl FnMut(u8) -> bool) {
    if folded.starts_with(crate::fold::is_hebrew) { letters::hebrew(folded, out) } else { letters::latin(folded, out) }
}

/// Stands where one script writes nothing.
const NOTHING: u8 = b'-';

/// So many rows of bones are enough: four doubtful letters.
pub const MOST_BONES: usize = 16;

/// Which Hebrew symbol may stand for which Latin one, and whether it is a liberty: not the usual way to write it.
const PAIRS: [(u8, u8, bool); 46] = [
    (b'a', b'O', false),
    (b'b', b'B', false),
    (b'b', b'V', false),
    (b'b', b'U', true),
    (b'g', b'G', false),
    (b'g', b'J', false),
    (b'd', b'D', false),
    (b'h', b'H', false),
    (b'h', NOTHING, true),
    (b'e', b'A', false),
    (b'e', b'E', false),
    (b'e', b'W', false),
    (b'w', b'W', false),
    (b'w', b'V', false),
    (b'w', b'U', false),
    (b'w', NOTHING, true),
    (b'z', b'Z', false),
    (b'z', b'S', false),
    (b'j', b'J', false),
    (b'j', b'G', false),
    (b'x', b'H', false),
    (b'x', b'C', false),
    (b'x', b'A', true),
    (b't', b'T', false),
    (b'i', b'I', false),
    (b'i', b'O', true),
    (b'i', b'J', true),
    (b'i', NOTHING, true),
    (b'q', b'K', false),
    (b'q', b'C', false),
    (b'l', b'L', false),
    (b'm', b'M', false),
    (b'n', b'N', false),
    (b's', b'S', false),
    (b'p', b'P', false),
    (b'y', b'Y', false),
    (b'y', b'Z', false),
    (b'y', b'C', true),
    (b'c', b'C', false),
    (b'k', b'K', false),
    (b'r', b'R', false),
    (b'f', b'X', false),
    (b'f', b'S', false),
    (NOTHING, b'W', true),
    (NOTHING, b'I', true),
    (NOTHING, b'E', true),
];

/// Whether a symbol may stand there: some vowels are written at a word's start or end only.
fn may_stand(symbol: u8, start: bool, end: bool) -> bool {
    match symbol {
        b'a' | b'O' => start,
        b'e' | b'A' | b'E' => end,
        _ => true,
    }
}

/// Goes on with a spelling behind `so_far`.
fn spell(rest: &[u8], freedom: u8, so_far: Sound, visit: &mut dyn FnMut(&Sound, bool) -> bool) {
    if !visit(&so_far, rest.is_empty()) {
        return;
    }
    let Some((symbol, behind)) = rest.split_first() else {
        // Written behind the last consonant: the silent e of `Google`.
        if freedom > 0 && so_far.last().is_ascii_uppercase() && !is_vowel(so_far.last()) {
            visit(&so_far.with(b'E'), true);
        }
        return;
    };
    let fits = |to| may_stand(to, so_far.length == 0, behind.is_empty());
    for (to, liberty) in counterparts(*symbol).filter(|(to, _)| fits(*to)) {
        if freedom >= u8::from(liberty) {
            spell(behind, freedom - u8::from(liberty), so_far.with(to), visit);
        }
    }
    if freedom > 0 && !is_vowel(*symbol) && !is_vowel(so_far.last()) {
        for vowel in if symbol.is_ascii_lowercase() { [b'W', b'I'] } else { [b'w', b'i'] } {
            spell(rest, freedom - 1, so_far.with(vowel), visit);
        }
    }
}

/// What may stand for a symbol in the other script, and whether that is a liberty.
fn counterparts(symbol: u8) -> impl Iterator<Item = (u8, bool)> {
    PAIRS.into_iter().filter_map(move |(hebrew, latin, liberty)| match symbol {
        _ if symbol == hebrew => Some((latin, liberty)),
        _ if symbol == latin => Some((hebrew, liberty)),
        _ => None,
    })
}

/// Vowels, and the letters that may be one.
fn is_vowel(symbol: u8) -> bool {
    matches!(symbol, b'W' | b'I' | b'A' | b'E' | b'w' | b'i' | b'e')
}

/// What a symbol is put as in [`Sound::blurred`].
fn blur(symbol: u8) -> u8 {
    match symbol {
        b'q' | b'c' => b'k',
        b'y' | b'z' => b's',
        b'j' => b'g',
        b'C' => b'K',
        b'Y' | b'Z' => b'S',
        b'J' => b'G',
        b'U' | b'V' => b'B',
        b'E' => b'A',
        b'h' | b'H' => NOTHING,
        _ => symbol,
    }
}

/// The class of a consonant, for looking up.
fn class(symbol: u8) -> u8 {
    match symbol {
        b'V' | b'U' => b'B',
        b'j' => b'G',
        b'C' | b'q' | b'c' => b'K',
        b'Z' | b'Y' | b'X' | b'z' | b'y' | b'f' => b'S',
        b'a' | b'O' | b'H' | b'h' | b'J' | b'w' | b'x' => NOTHING,
        _ if is_vowel(symbol) => NOTHING,
        _ => symbol.to_ascii_uppercase(),
    }
}

/// The other classes that a symbol's counterparts may have.
fn other_classes(symbol: u8) -> &'static [u8] {
    match symbol {
        b'w' => b"B",
        b'x' | b'y' => b"K",
        b'g' | b'j' | b'V' | b'U' => b"-",
        b'J' => b"G",
        b'C' => b"-S",
        _ => b"",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(hebrew: &str, latin: &str, freedom: u8) -> bool {
        let (he, la) = (Sound::of(hebrew), Sound::of(latin));
        let there = he.is_spelled(&la, freedom);
        if there {
            assert!(he.bones_across().contains(&la.bones()), "{hebrew} {latin}");
            assert!(la.bones_across().contains(&he.bones()), "{hebrew} {latin}");
        }
        there
    }

    #[test]
    fn spellings_meet() {
        for (hebrew, latin) in [
            ("יוסי", "yossi"),
            ("יוסי", "yosi"),
            ("מדריכונ", "madrichon"),
            ("מדריכונ", "madrikhon"),
            ("דפי", "dapey"),
            ("זהב", "zahav"),
            ("חיימ", "chaim"),
            ("חיימ", "haim"),
            ("שרה", "sarah"),
            ("בלובירד", "bluebird"),
            ("קלאודנסט", "cloudnest"),
            ("ג'ורג'", "george"),
            ("צ'רלי", "charlie"),
            ("רוזנברג", "rosenberg"),
            ("גולדשטיינ", "goldstein"),
        ] {
            assert!(same(hebrew, latin, 0), "{hebrew} {latin} {:?} {:?}", Sound::of(hebrew), Sound::of(latin));
        }
    }

    #[test]
    fn one_liberty_is_one() {
        for (hebrew, latin) in
            [("יונתנ", "jonathan"), ("כהנ", "cohen"), ("דוד", "david"), ("מירב", "merav"), ("אהרונ", "aaron")]
        {
            assert!(!same(hebrew, latin, 0) && same(hebrew, latin, 1), "{hebrew} {latin}");
        }
        assert!(!same("כהנ", "kihuna", 1));
    }

    #[test]
    fn other_words_stay_apart() {
        for (hebrew, latin) in [("דנה", "dan"), ("תמר", "tomer"), ("תמר", "timer"), ("שמעונ", "simone"), ("גל", "gil")]
        {
            assert!(!same(hebrew, latin, 0), "{hebrew} {latin}");
        }
    }
}
