//! Brands in the letters of another script, or spelled by ear: `דפי זהב` as `dapey zahav`, `Golden Pages` as `גולדן פייג'ס` or
//! `Голден Пейджес`.
//!
//! Words of the name in a row are looked up by their consonants, and compared letter by letter as names in posts are.

use std::borrow::Cow;

use amana_charter::MatchMode;
use amana_words::{Sound, WordHash, is_hebrew};

use super::{
    brand::{Brand, Need},
    ordinary::{is_link, is_person, is_role},
    sign::Name,
};
use crate::{
    bits::Bits,
    transliteration::{MOST_NAMES, MOST_WORDS, Spelled},
};

/// Brands by their consonants.
#[derive(Default)]
pub(super) struct Sounds {
    brands: Vec<(usize, Spelled)>,
    /// From the hash of consonants to an index in `brands`; sorted.
    by_bones: Vec<(u32, usize)>,
    some: Bits,
}

/// A brand as it sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heard {
    /// The brand's index.
    pub brand: usize,
    /// Its first sign.
    pub from: usize,
    /// The sign behind its last.
    pub to: usize,
}

/// A word of the name, or a part of one that is no known word.
struct Piece<'a> {
    from: usize,
    to: usize,
    /// As it stands, but a Cyrillic word in Latin letters.
    plain: Reading<'a>,
    /// Most words have no others.
    others: Vec<(Way, Reading<'a>)>,
}

/// A word as it is read.
struct Reading<'a> {
    text: Cow<'a, str>,
    bones: Sound,
}

/// How the words of a row are read, those that can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Plain,
    /// A first Hebrew word without a prefix letter.
    Bare,
    /// The same without two; a Cyrillic word in Hebrew letters.
    Other,
    /// `דג'` as the one sound that it is.
    Soft,
}

const WAYS: [Way; 4] = [Way::Plain, Way::Bare, Way::Other, Way::Soft];

/// Of fewer consonants there are too many words.
const LEAST_BONES: usize = 3;

impl Sounds {
    /// Of these brands.
    pub fn new(brands: &[Brand]) -> Self {
        let mut sounds = Self::default();
        let close = brands.iter().enumerate().filter(|(_, brand)| brand.how != MatchMode::Exact);
        for (index, brand) in close.take(MOST_NAMES) {
            if let Some(spelled) = Spelled::new(&brand.words) {
                sounds.add(index, spelled);
            }
        }
        sounds.by_bones.sort_unstable();
        sounds.by_bones.dedup();
        sounds
    }

    fn add(&mut self, brand: usize, spelled: Spelled) {
        let own = spelled.words().fold(Sound::NONE, |bones, word| bones.then(Sound::of(word).bones()));
        let across = [true, false].into_iter().flat_map(|hebrew| spelled.bones_in(hebrew));
        for bones in across.chain([own]) {
            let hash = hash([bones]);
            self.some.insert(hash);
            self.by_bones.push((hash, self.brands.len()));
        }
        self.brands.push((brand, spelled));
    }

    /// The first brand that words of the name sound like.
    pub fn find(&self, name: &Name, brands: &[Brand]) -> Option<Heard> {
        let pieces = pieces(name);
        let rows = (0..pieces.len()).flat_map(|first| (1..=MOST_WORDS + 1).map(move |count| (first, count)));
        let mut rows = rows.filter_map(|(first, count)| pieces.get(first..first + count).map(|row| (first, row)));
        rows.find_map(|(first, row)| {
            let heard = self.brand_of(row)?;
            let brand = brands.get(heard)?;
            let alone = brand.need != Need::Alone || is_beside_role(name, &pieces, first, row.len());
            let (from, to) = (row.first()?.from, row.last()?.to);
            (alone && brand.with.is_empty() && !is_people(row)).then_some(Heard { brand: heard, from, to })
        })
    }

    fn brand_of(&self, row: &[Piece]) -> Option<usize> {
        WAYS.into_iter().filter(|way| is_way(*way, row)).find_map(|way| {
            let readings = || row.iter().enumerate().map(move |(at, piece)| piece.read(way, at == 0));
            let letters = readings().map(|reading| reading.bones.symbols().len()).sum::<usize>();
            let hash = hash(readings().map(|reading| reading.bones));
            if letters < LEAST_BONES || !self.some.may_have(hash) {
                return None;
            }
            let texts: Vec<&str> = readings().map(|reading| &*reading.text).collect();
            let row = || texts.iter().copied();
            let is = |spelled: &Spelled| spelled.is(row()) || spelled.is_roughly(row());
            self.with_bones(hash).find(|(_, spelled)| is(spelled)).map(|(brand, _)| *brand)
        })
    }

    fn with_bones(&self, hash: u32) -> impl Iterator<Item = &(usize, Spelled)> {
        let from = self.by_bones.partition_point(|(other, _)| *other < hash);
        let same = self.by_bones.iter().skip(from).take_while(move |(other, _)| *other == hash);
        same.filter_map(|(_, index)| self.brands.get(*index))
    }
}

impl<'a> Piece<'a> {
    /// The word, read in one way.
    fn read(&self, way: Way, first: bool) -> &Reading<'a> {
        self.other(way, first).unwrap_or(&self.plain)
    }

    /// The word in a way that is not the plain one. Prefix letters hang on the first word of a row only.
    fn other(&self, way: Way, first: bool) -> Option<&Reading<'a>> {
        let (_, reading) = self.others.iter().find(|(own, _)| *own == way)?;
        let hanging = !first && way != Way::Soft && self.plain.text.starts_with(is_hebrew);
        (!hanging).then_some(reading)
    }
}

impl<'a> Reading<'a> {
    fn new(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        Self { bones: Sound::of(&text).bones(), text }
    }
}

/// Whether a way to read a row is the plain one, or differs from it.
fn is_way(way: Way, row: &[Piece]) -> bool {
    way == Way::Plain || row.iter().enumerate().any(|(at, piece)| piece.other(way, at == 0).is_some())
}

/// Of the first consonants of words in a row, as many as a sound holds.
fn hash(row: impl IntoIterator<Item = Sound>) -> u32 {
    let bones = row.into_iter().fold(Sound::NONE, Sound::then);
    WordHash::of(bones.symbols().iter().map(|symbol| char::from(*symbol))).mixed()
}

/// Names of people are in every handle, and some sound like a brand: `דפי זהבי`.
fn is_people(row: &[Piece]) -> bool {
    let texts = || row.iter().map(|piece| &piece.plain.text);
    let hebrew = texts().filter(|text| text.starts_with(is_hebrew)).count();
    texts().all(|text| is_person(text)) && (hebrew == 0 || hebrew == row.len())
}

fn is_beside_role(name: &Name, pieces: &[Piece], first: usize, count: usize) -> bool {
    let text = |piece: &Piece| name.text(piece.from, piece.to);
    let before = pieces.iter().take(first).map(text).rfind(|text| !is_link(text));
    let after = pieces.iter().skip(first + count).map(text).find(|text| !is_link(text));
    [before, after].iter().flatten().any(|text| is_role(text))
}

/// The name's words, those that speak for others taken off where they hang on a word.
fn pieces(name: &Name) -> Vec<Piece<'_>> {
    name.words().flat_map(|(from, to)| parts(name, from, to)).map(|(from, to)| piece(name, from, to)).collect()
}

/// So many letters of a longer word are looked through for words that hang on it.
const LONGEST_ROLE: usize = 9;
const SHORTEST_ROLE: usize = 2;

fn parts(name: &Name, from: usize, to: usize) -> impl Iterator<Item = (usize, usize)> {
    let role = |from: usize, to: usize| is_role(name.text(from, to));
    let lengths = (SHORTEST_ROLE..=LONGEST_ROLE).rev().filter(|length| length + 4 <= to - from);
    let behind = lengths.clone().map(|length| to - length).find(|at| role(*at, to)).unwrap_or(to);
    let before = lengths.map(|length| from + length).find(|at| *at < behind && role(from, *at)).unwrap_or(from);
    [(from, before), (before, behind), (behind, to)].into_iter().filter(|(from, to)| from < to)
}

fn piece(name: &Name, from: usize, to: usize) -> Piece<'_> {
    let text = name.text(from, to);
    match text.chars().next() {
        Some('\u{430}'..='\u{45f}') => {
            let others = vec![(Way::Other, Reading::new(in_hebrew(text)))];
            Piece { from, to, plain: Reading::new(in_latin(text)), others }
        }
        Some(c) if is_hebrew(c) => {
            let bare = [(Way::Bare, 1), (Way::Other, 2)]
                .into_iter()
                .filter_map(|(way, count)| Some((way, without(count, text)?)));
            let soft = text.contains("דג").then(|| (Way::Soft, Reading::new(text.replace("דג", "ג"))));
            let others = bare.map(|(way, text)| (way, Reading::new(text))).chain(soft).collect();
            Piece { from, to, plain: Reading::new(text), others }
        }
        _ => Piece { from, to, plain: Reading::new(text), others: Vec::new() },
    }
}

/// A word without so many prefix letters, when it has them and two letters more.
fn without(count: usize, text: &str) -> Option<&str> {
    let mut ends = text.char_indices().map(|(at, _)| at).skip(count);
    let (end, _) = ends.next().zip(ends.next())?;
    let (prefix, rest) = text.split_at_checked(end)?;
    prefix.chars().all(|c| "ושהבלכמ".contains(c)).then_some(rest)
}

/// Cyrillic letters with what they are in Latin and in Hebrew ones.
const CYRILLIC: [(&str, &str, &str); 32] = [
    ("дж", "j", "ג'"),
    ("а", "a", ""),
    ("б", "b", "ב"),
    ("в", "v", "ב"),
    ("г", "g", "ג"),
    ("д", "d", "ד"),
    ("е", "e", ""),
    ("ж", "j", "ז'"),
    ("з", "z", "ז"),
    ("и", "i", "י"),
    ("к", "k", "ק"),
    ("л", "l", "ל"),
    ("м", "m", "מ"),
    ("н", "n", "נ"),
    ("о", "o", "ו"),
    ("п", "p", "פ"),
    ("р", "r", "ר"),
    ("с", "s", "ס"),
    ("т", "t", "ט"),
    ("у", "u", "ו"),
    ("ф", "f", "פ"),
    ("х", "h", "ח"),
    ("ц", "ts", "צ"),
    ("ч", "ch", "צ'"),
    ("ш", "sh", "ש"),
    ("щ", "sh", "ש"),
    ("ъ", "", ""),
    ("ы", "i", "י"),
    ("ь", "", ""),
    ("э", "e", ""),
    ("ю", "yu", "יו"),
    ("я", "ya", "יא"),
];

fn in_latin(cyrillic: &str) -> String {
    spelled(cyrillic, |(_, latin, _)| latin)
}

fn in_hebrew(cyrillic: &str) -> String {
    spelled(cyrillic, |(.., hebrew)| hebrew)
}

type Row = (&'static str, &'static str, &'static str);

fn spelled(mut rest: &str, to: fn(Row) -> &'static str) -> String {
    let mut out = String::new();
    while let Some(first) = rest.chars().next() {
        let row = CYRILLIC.iter().find(|(letters, ..)| rest.starts_with(letters));
        out.push_str(row.map_or("", |row| to(*row)));
        rest = rest.get(row.map_or(first.len_utf8(), |(letters, ..)| letters.len())..).unwrap_or_default();
    }
    out
}
