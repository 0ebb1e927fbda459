//! Names in the other script: `דפי זהב` as `Dapei Zahav`, `CloudNest` as `קלאודנסט`.
//!
//! A name is looked up by its consonants without regard to where its words end (`DapeiZahav`, `Ha Sharon`), and then compared
//! letter by letter. So that few other words are taken for it, a name needs enough consonants, all its words stand in a row,
//! and only a long one may be spelled a little freely.

use amana_words::{Bones, Hit, Kind, MOST_BONES, SignalId, Sound, key};

use crate::{
    bits::Bits,
    names::hit,
    rows::{Part, Rows},
};

/// Names to be found in the other script than their own.
pub(crate) struct Transliterations {
    names: Vec<Name>,
    /// From the hash of consonants to the index of a name; sorted.
    by_bones: Vec<(u32, u16)>,
    /// The consonants that any name begins with, however many: most rows of words end there.
    begins: Bits,
    /// The consonants of whole names: of the other rows, most are no more than a beginning.
    whole: Bits,
    /// The most words that a name may be written in: one more than it has.
    longest: usize,
}

/// What a word tells as the first of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard {
    /// Its consonants, with which a name begins.
    bones: Bones,
    /// A bit for each kind of names of which the word alone is a spelling.
    kinds: u8,
}

impl Heard {
    fn kinds(self) -> impl Iterator<Item = SignalId> {
        (0..8).filter(move |kind| self.kinds & (1 << kind) != 0).map(SignalId)
    }
}

/// A name, and whose it is.
pub(crate) struct Name {
    signal: SignalId,
    spelled: Spelled,
}

/// A name as it is compared.
pub(crate) struct Spelled {
    /// Its folded words, joined by blanks.
    words: Box<str>,
    /// The sound of each word.
    sounds: Box<[Sound]>,
    /// The words without blanks, and how they sound.
    joined: Box<str>,
    joined_sound: Sound,
    /// The liberties that each word may be spelled with.
    freedom: u8,
}

/// What a name must weigh to be looked for, and to be spelled with a liberty in each word.
struct Weights {
    least: usize,
    free: usize,
}

/// Of a lighter name of one word there are too many everyday words that sound alike: `גלעד` and glad, `מוסך` and music.
const ONE_WORD: Weights = Weights { least: 4, free: 6 };

const SEVERAL_WORDS: Weights = Weights { least: 3, free: 5 };

/// So many names are looked for in the other script. In long lists consonants tell little, and each post would pay for comparing.
pub(crate) const MOST_NAMES: usize = 2_000;

/// Words with fewer consonants together are not looked up.
const LEAST_BONES: usize = 2;

/// A name with more words is not looked for in the other script.
pub(crate) const MOST_WORDS: usize = 4;

/// The liberties that each word of a name may be spelled with in the other script; nothing for a name that is too short to be
/// looked for there, or not wholly in Hebrew and Latin letters.
pub(crate) fn freedom(words: &[String]) -> Option<u8> {
    let letter = |c: char| c.is_ascii_lowercase() || c == '\'' || amana_words::is_hebrew(c);
    let readable = words.len() <= MOST_WORDS && words.iter().all(|word| word.chars().all(letter));
    let weights = if words.len() == 1 { ONE_WORD } else { SEVERAL_WORDS };
    let weight = words.iter().map(|word| Sound::of(word).weight()).sum::<usize>();
    (readable && weight >= weights.least).then_some(u8::from(weight >= weights.free))
}

/// Whether a folded word is in Hebrew letters.
pub(crate) fn is_hebrew(folded: &str) -> bool {
    folded.starts_with(amana_words::is_hebrew)
}

impl Transliterations {
    /// Of these names.
    pub fn new(names: Vec<Name>) -> Self {
        let longest = names.iter().map(|name| name.spelled.words().count() + 1).max().unwrap_or_default();
        let mut out =
            Self { names: Vec::new(), by_bones: Vec::new(), begins: Bits::default(), whole: Bits::default(), longest };
        for (index, name) in (0..).zip(&names) {
            for hebrew in [true, false] {
                name.spelled.bones_in(hebrew).iter().for_each(|bones| out.add(index, Bones::none(hebrew), bones));
            }
        }
        out.by_bones.sort_unstable();
        Self { names, ..out }
    }

    fn add(&mut self, name: u16, none: Bones, bones: &Sound) {
        self.begins.insert(none.hash().mixed());
        let all = bones.symbols().iter().fold(none, |so_far, class| {
            let so_far = so_far.with(*class);
            self.begins.insert(so_far.hash().mixed());
            so_far
        });
        self.whole.insert(all.hash().mixed());
        self.by_bones.push((all.hash().mixed(), name));
    }

    /// What a word tells as the first of a row; nothing when no name begins with its consonants.
    pub fn first(&self, start: Part<'_>) -> Option<Heard> {
        let bones = self.next(Bones::none(start.kind() == Kind::Hebrew), &start, &start)?;
        let bit = |signal: SignalId| 1_u8.checked_shl(u32::from(signal.0)).unwrap_or_default();
        let kinds = self.spelled(bones, &[start]).fold(0, |kinds, signal| kinds | bit(signal));
        Some(Heard { bones, kinds })
    }

    /// Adds the names that the rows which begin with `start` are a spelling of to `hits`; `first` is what that word tells.
    pub fn find<'a>(&self, rows: &mut Rows<'a>, start: Part<'a>, first: Heard, hits: &mut Vec<Hit>) {
        rows.walk(start, first.bones, &mut |before, row| {
            let mut bones = before;
            if row.len() == 1 {
                hits.extend(first.kinds().filter_map(|signal| hit(signal, row)));
            } else {
                bones = self.next(before, &start, row.last()?)?;
                hits.extend(self.spelled(bones, row).filter_map(|signal| hit(signal, row)));
            }
            (row.len() < self.longest).then_some(bones)
        });
    }

    /// The kinds of names of which a row with these consonants is a spelling.
    fn spelled(&self, bones: Bones, row: &[Part<'_>]) -> impl Iterator<Item = SignalId> {
        let may_be = bones.count() >= LEAST_BONES && self.whole.may_have(bones.hash().mixed());
        let names = may_be.then(|| self.names_of(bones)).into_iter().flatten();
        names.filter(|name| name.spelled.is(row.iter().map(Part::text))).map(|name| name.signal)
    }

    /// The consonants of a row that begins and ends with these words, of which those before the last word are known; nothing when
    /// no name begins with them, or the words are not of one script.
    fn next(&self, before: Bones, first: &Part<'_>, last: &Part<'_>) -> Option<Bones> {
        let known = matches!(last.kind(), Kind::Hebrew | Kind::Letters) && first.kind() == last.kind();
        let may = known && self.may_begin(before);
        may.then(|| before.then(last.text(), |bones| self.may_begin(bones))).flatten()
    }

    fn may_begin(&self, bones: Bones) -> bool {
        self.begins.may_have(bones.hash().mixed())
    }

    fn names_of(&self, bones: Bones) -> impl Iterator<Item = &Name> {
        let hash = bones.hash().mixed();
        let from = self.by_bones.partition_point(|(other, _)| *other < hash);
        let same = self.by_bones.iter().skip(from).take_while(move |(other, _)| *other == hash);
        same.filter_map(|(_, index)| self.names.get(usize::from(*index)))
    }
}

impl Name {
    /// Of a name's folded words; nothing for one that is too short, or not wholly in Hebrew and Latin letters.
    pub fn new(signal: SignalId, words: &[String]) -> Option<Self> {
        Spelled::new(words).map(|spelled| Self { signal, spelled })
    }
}

impl Spelled {
    /// Of a name's folded words; nothing for one that is too short, or not wholly in Hebrew and Latin letters.
    pub fn new(words: &[String]) -> Option<Self> {
        let freedom = freedom(words)?;
        let (sounds, joined) = (words.iter().map(|word| Sound::of(word)).collect(), words.concat());
        let joined_sound = Sound::of(&joined);
        Some(Self { words: words.join(" ").into(), sounds, joined: joined.into(), joined_sound, freedom })
    }

    /// Its folded words.
    pub fn words(&self) -> impl Iterator<Item = &str> + Clone {
        self.words.split(' ')
    }

    /// Whether words in a row are a spelling of this name: word by word, or all joined.
    pub fn is<'a>(&'a self, row: impl ExactSizeIterator<Item = &'a str>) -> bool {
        let words = self.sounds.len();
        if words == row.len() {
            return self.pairs(row).all(|pair| self.is_word(pair));
        }
        // Everyday words in a row easily sound like one short name: `ביטון`, "with one".
        let form = || row.collect::<String>();
        (words > 1 || self.freedom > 0)
            && self.is_word(Pair { word: &self.joined, sound: &self.joined_sound, form: &form() })
    }

    /// Each word of the name beside the word that may be it.
    fn pairs<'a>(&'a self, row: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Pair<'a>> {
        self.words().zip(&self.sounds).zip(row).map(|((word, sound), form)| Pair { word, sound, form })
    }

    /// Whether words in a row are a spelling of this name by its consonants, where vowels are anyone's guess: `business`, `ביזנס`. One
    /// word must be spelled well, and the name have so many consonants that few share them.
    pub fn is_roughly<'a>(&'a self, row: impl ExactSizeIterator<Item = &'a str> + Clone) -> bool {
        let bones = self.sounds.iter().map(|sound| sound.bones().symbols().len()).sum::<usize>();
        bones >= MANY_BONES
            && self.sounds.len() == row.len()
            && self.pairs(row.clone()).all(|pair| self.is_word(pair) || pair.has_same_bones())
            && self.pairs(row).any(|pair| self.is_word(pair))
    }

    /// In one script the words must be the same.
    fn is_word(&self, Pair { word, sound, form }: Pair<'_>) -> bool {
        if is_hebrew(word) == is_hebrew(form) {
            return key(word).eq(key(form));
        }
        sound.is_spelled(&Sound::of(form), self.freedom)
    }

    /// The consonants that it may have in a script; none where it is wholly in that script already.
    pub fn bones_in(&self, hebrew: bool) -> Vec<Sound> {
        if self.words().all(|word| is_hebrew(word) == hebrew) {
            return Vec::new();
        }
        let mut all = vec![Sound::NONE];
        for word in self.words() {
            let sound = Sound::of(word);
            let more = if is_hebrew(word) == hebrew { vec![sound.bones()] } else { sound.bones_across() };
            all = all.iter().flat_map(|bones| more.iter().map(|next| bones.then(*next))).take(MOST_BONES).collect();
        }
        all
    }
}

/// A name with fewer consonants shares them with many.
const MANY_BONES: usize = 6;

/// A word with fewer may be any.
const SOME_BONES: usize = 3;

/// A word of a name, and one that may be it.
#[derive(Clone, Copy)]
struct Pair<'a> {
    word: &'a str,
    sound: &'a Sound,
    form: &'a str,
}

impl Pair<'_> {
    /// Whether the words, one of each script, have the same consonants.
    fn has_same_bones(self) -> bool {
        let bones = Sound::of(self.form).bones();
        let many = bones.symbols().len() >= SOME_BONES && is_hebrew(self.word) != is_hebrew(self.form);
        many && self.sound.bones_across().contains(&bones)
    }
}
