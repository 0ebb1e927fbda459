//! Whether letters that are a brand's, or nearly, are read as that brand: by what stands around them, and by whether they are
//! other words.

use amana_charter::MatchMode;
use amana_words::is_hebrew;

use super::{
    align::Cost,
    brand::{Brand, Need, Spelling, Via},
    keyboard::neighbours,
    ordinary::{is_link, is_ordinary, is_person, is_role, is_word, is_words},
    sign::{Gap, Name},
};

/// A place in a name where a spelling stands, or nearly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The spelling's index.
    pub spelling: usize,
    /// Its first sign.
    pub from: usize,
    /// The sign behind its last one.
    pub to: usize,
    /// How far it is from the spelling.
    pub cost: Cost,
}

/// What stands beside a brand in the same word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Nothing, or Hebrew prefix letters.
    Clean,
    /// Known words.
    Known,
    /// One letter whose key is beside the brand's: a slip.
    Slip,
    /// Letters that are no words.
    Loose,
}

/// A name and a place in it.
pub(super) struct Judge<'a> {
    /// The name.
    pub name: &'a Name,
    /// The place.
    pub place: Place,
    /// What stands there.
    pub spelling: &'a Spelling,
    /// The brand that is.
    pub brand: &'a Brand,
}

impl Judge<'_> {
    /// Whether a reader takes it for the brand.
    pub fn is_read_as_the_brand(&self) -> bool {
        self.has_company()
            && match (self.spelling.via, self.brand.need) {
                (Via::Order | Via::Keyboard, _) => self.is_plain() && self.is_alone(),
                (Via::Itself, Need::Alone) => self.is_whole_inside() && self.is_alone(),
                (Via::Itself, Need::Word) => self.edges().iter().all(|edge| matches!(edge, Edge::Clean | Edge::Known)),
                (Via::Itself, Need::Anywhere) => self.is_anywhere(),
            }
            && (self.brand.how != MatchMode::Exact || self.is_written_so())
    }

    /// One of the words that the charter asks for stands beside it, if it asks for any.
    fn has_company(&self) -> bool {
        let with = &self.brand.with;
        let has = |text: &str| with.iter().any(|word| word.iter().copied().eq(text.chars()));
        with.is_empty()
            || self.texts().into_iter().any(has)
            || self.others().any(|(from, to)| has(self.name.text(from, to)))
    }

    fn is_plain(&self) -> bool {
        self.place.cost == Cost::default()
    }

    /// Every letter as anyone writes it.
    fn is_written_so(&self) -> bool {
        let signs = self.name.signs.get(self.place.from..self.place.to).unwrap_or_default();
        let letters = &self.spelling.letters;
        letters.len() == signs.len() && letters.iter().zip(signs).all(|(l, s)| s.is_plain(l.c) && s.run == l.run)
    }

    /// Whether it stands by itself, or beside words by which an account speaks for it.
    fn is_alone(&self) -> bool {
        let [left, right] = self.rests();
        let role = |letters: &[char]| letters.len() > 1 && is_role(&letters.iter().collect::<String>());
        match (left.as_slice(), right.as_slice()) {
            ([], []) => self.is_whole() || self.is_beside_role(),
            (rest, []) | ([], rest) => role(rest) || (self.is_prefix(&left) && self.is_beside_role()),
            _ => false,
        }
    }

    fn is_whole(&self) -> bool {
        self.others().all(|(from, to)| is_link(self.name.text(from, to)))
    }

    /// The nearest word on either side that is more than a link.
    fn is_beside_role(&self) -> bool {
        let telling = |(from, to): &(usize, usize)| !is_link(self.name.text(*from, *to));
        let role = |(from, to): (usize, usize)| is_role(self.name.text(from, to));
        let before = self.others().filter(|(_, to)| *to <= self.place.from).filter(telling).last();
        let after = self.others().filter(|(from, _)| *from >= self.place.to).find(telling);
        before.is_some_and(role) || after.is_some_and(role)
    }

    /// No blanks inside, but between the brand's words, or between all letters.
    fn is_whole_inside(&self) -> bool {
        let inside = self.name.signs.get(self.place.from + 1..self.place.to).unwrap_or_default();
        let letters = self.spelling.letters.iter().skip(1);
        let gap = |gap: Gap| gap != Gap::None;
        inside.iter().zip(letters).all(|(sign, letter)| !gap(sign.gap) || letter.begins)
            || inside.iter().all(|sign| gap(sign.gap))
            || self.is_whole()
    }

    fn is_anywhere(&self) -> bool {
        let edges = self.edges();
        let fair = edges.iter().all(|edge| matches!(edge, Edge::Clean | Edge::Known));
        let slipped = edges.iter().all(|edge| *edge != Edge::Loose);
        match () {
            () if !self.is_plain() => fair && !self.is_other_words(),
            () if fair => true,
            () if slipped && !self.is_other_words() => true,
            () => !self.spelling.is_hebrew() && !self.is_split(),
        }
    }

    /// Whether the writer set the brand's words apart: then letters that hang on them are a part of a word.
    fn is_split(&self) -> bool {
        let inside = self.name.signs.get(self.place.from + 1..self.place.to).unwrap_or_default();
        inside.iter().any(|sign| sign.gap == Gap::Mark)
    }

    /// The letters of the same word before the brand and behind it.
    fn rests(&self) -> [Vec<char>; 2] {
        self.texts().map(|text| text.chars().collect())
    }

    /// The same as text.
    fn texts(&self) -> [&str; 2] {
        let Place { from, to, .. } = self.place;
        let start = (0..=from).rev().find(|at| self.name.breaks(*at)).unwrap_or_default();
        let end = (to..=self.name.signs.len()).find(|at| self.name.breaks(*at)).unwrap_or(to);
        [self.name.text(start, from), self.name.text(to, end)]
    }

    fn edges(&self) -> [Edge; 2] {
        let [left, right] = self.rests();
        let first = if self.is_prefix(&left) { Edge::Clean } else { self.edge(&left, self.spelling.letters.first()) };
        [first, self.right_edge(&right)]
    }

    /// A last letter that is stretched may be the next word's first: `goldenpagesupport`.
    fn right_edge(&self, rest: &[char]) -> Edge {
        let last = self.place.to.checked_sub(1).and_then(|at| self.name.signs.get(at)).filter(|sign| sign.run > 1);
        let shared: Vec<char> = last.iter().map(|sign| sign.raw).chain(rest.iter().copied()).collect();
        let plain = self.edge(rest, self.spelling.letters.last());
        if plain == Edge::Loose && last.is_some() { self.edge(&shared, None) } else { plain }
    }

    fn edge(&self, rest: &[char], beside: Option<&super::brand::Letter>) -> Edge {
        let known = |rest: &[char]| {
            let word: String = rest.iter().collect();
            if self.is_split() { is_role(&word) || is_link(&word) } else { is_words(rest, is_word) }
        };
        match rest {
            [] => Edge::Clean,
            _ if rest.len() > 1 && known(rest) => Edge::Known,
            [one] if beside.is_some_and(|letter| neighbours(letter.c, *one)) => Edge::Slip,
            // Vav and yod are written or left out at will.
            ['ו' | 'י'] if self.spelling.is_hebrew() => Edge::Slip,
            _ => Edge::Loose,
        }
    }

    /// Hebrew letters that hang before a word.
    fn is_prefix(&self, rest: &[char]) -> bool {
        let hebrew = self.name.signs.get(self.place.from).is_some_and(|sign| is_hebrew(sign.raw));
        hebrew && rest.len() <= MOST_PREFIXES && rest.iter().all(|c| "ושהבלכמ".contains(*c))
    }

    /// Whether the letters are other words than the brand's: `golden ages` is no slip of the finger. Where letters only look
    /// alike the eye is deceived by words too, though not by people's names: `רפי זהב`.
    fn is_other_words(&self) -> bool {
        let words: Vec<Vec<char>> = self.words_there();
        let own = |word: &str| self.brand.words.iter().any(|own| own == word);
        let person =
            |word: &Vec<char>| Some(word.iter().collect::<String>()).is_some_and(|w| !own(&w) && is_person(&w));
        if self.place.cost.slips == 0 && self.place.cost.looks > 0 {
            return words.iter().any(person);
        }
        // Shorter words in a row are found in anything: `gol` and `dan` in `goldan`.
        let part = |word: &str| own(word) || (word.chars().count() > 3 && is_ordinary(word));
        let known = words.iter().all(|word| is_word(&word.iter().collect::<String>()) || is_words(word, part));
        known && !self.is_inflected(&words.concat())
    }

    /// The letters there with what hangs on them, word by word as the writer set them apart.
    fn words_there(&self) -> Vec<Vec<char>> {
        let Place { from, to, .. } = self.place;
        let [left, right] = self.rests();
        let (from, to) = (from - self.signs_of(&left, from, true), to + self.signs_of(&right, to, false));
        let mut starts: Vec<usize> = (from..to).filter(|at| *at == from || self.name.breaks(*at)).collect();
        starts.push(to);
        starts.windows(2).filter_map(|w| Some(self.name.text(*w.first()?, *w.last()?).chars().collect())).collect()
    }

    /// How many signs hold these letters, unless they are prefix letters.
    fn signs_of(&self, letters: &[char], at: usize, before: bool) -> usize {
        if before && self.is_prefix(letters) {
            return 0;
        }
        let signs: Box<dyn Iterator<Item = &super::sign::Sign>> = if before {
            Box::new(self.name.signs.iter().take(at).rev())
        } else {
            Box::new(self.name.signs.iter().skip(at))
        };
        let mut left = letters.len();
        signs
            .take_while(|sign| {
                let more = left > 0;
                left = left.saturating_sub(sign.run);
                more
            })
            .count()
    }

    /// Whether letters are the brand's but for the s of a plural: `goldenpage`.
    fn is_inflected(&self, letters: &[char]) -> bool {
        let text: String = letters.iter().collect();
        let words = &self.brand.words;
        (0..words.len()).any(|at| {
            let with = |change: fn(&str) -> String| {
                let each = words.iter().enumerate().map(|(i, w)| if i == at { change(w) } else { w.clone() });
                each.collect::<String>() == text
            };
            with(|word| format!("{word}s")) || with(|word| word.strip_suffix('s').unwrap_or(word).to_owned())
        })
    }

    /// The other words of the name, as ranges of signs.
    fn others(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let Place { from, to, .. } = self.place;
        self.name.words().filter(move |(start, end)| *end <= from || *start >= to)
    }
}

/// Hebrew words have no more prefix letters in a row: `ולכשה`.
const MOST_PREFIXES: usize = 4;
