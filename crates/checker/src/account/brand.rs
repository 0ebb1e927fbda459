//! A brand as it is looked for: its letters, the ways to write it, and how much must speak for it.

use amana_charter::{MatchMode, Name};
use amana_words::is_hebrew;

use super::{
    keyboard::in_other_layout,
    lookalike,
    ordinary::is_ordinary,
    sign::{self, Gap},
};
use crate::written::rows_of_words;

/// A name of the company or a brand, as the charter gives it.
#[derive(Debug)]
pub(super) struct Brand {
    /// As the charter writes it.
    pub name: String,
    /// Its words, folded.
    pub words: Vec<String>,
    /// What must speak for it.
    pub need: Need,
    /// How near a spelling must be.
    pub how: MatchMode,
    /// Words of which one must stand beside it, folded; none given, none needed.
    pub with: Vec<Vec<char>>,
}

/// What must speak for a brand, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// Short, or an everyday word: it is the whole name, or stands beside a word such as `support`.
    Alone,
    /// It is a word of the name by itself.
    Word,
    /// Long, and like nothing else: anywhere, also with a slip.
    Anywhere,
}

/// A way to write a brand.
#[derive(Debug)]
pub(super) struct Spelling {
    /// The brand's index.
    pub brand: usize,
    /// Its letters, stretched ones as one.
    pub letters: Vec<Letter>,
    /// How the brand became this.
    pub via: Via,
}

/// A letter of a brand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    /// The letter, as [`Sign::c`](super::sign::Sign::c) has it.
    pub c: char,
    /// How often it stands in a row.
    pub run: usize,
    /// Whether a word begins with it.
    pub begins: bool,
}

/// How a brand became a spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Via {
    /// It is written so.
    Itself,
    /// Its words in another order.
    Order,
    /// Typed while the other language was on.
    Keyboard,
}

/// A Latin brand of so many letters is in other names by chance only, and still known with a slip.
const LONG: usize = 8;
/// A Latin one of fewer letters is short.
const SHORT: usize = 6;
/// The same of Hebrew brands, which leave most vowels out.
const HEBREW: (usize, usize) = (6, 5);

/// Fewer letters typed on the wrong keyboard may be anything.
const LEAST_TYPED: usize = 5;

impl Brand {
    /// All that a charter's name stands for: itself and its aliases.
    pub fn all(name: &Name) -> impl Iterator<Item = Self> + '_ {
        let with: Vec<Vec<char>> = name.with.iter().map(|word| sign::compact(word.as_str())).collect();
        let written = std::iter::once(&name.name).chain(&name.aliases);
        written.map(move |written| {
            let words = rows_of_words(written.as_str()).pop().unwrap_or_default();
            let need = loosened(need(&words), name.match_);
            Self { name: written.as_str().to_owned(), words, need, how: name.match_, with: with.clone() }
        })
    }

    /// The ways to write it.
    pub fn spellings(&self, brand: usize) -> Vec<Spelling> {
        let mut all = vec![(self.name.clone(), Via::Itself)];
        if self.how != MatchMode::Exact {
            all.extend(self.turned_round().map(|text| (text, Via::Order)));
            let typed = in_other_layout(&self.name);
            let enough = sign::compact(&typed).len() >= LEAST_TYPED && !is_ordinary(&typed);
            all.extend(enough.then_some((typed, Via::Keyboard)));
        }
        let read = all.into_iter().map(|(text, via)| Spelling { brand, letters: letters(&text), via });
        read.filter(|spelling| spelling.letters.len() > 1).collect()
    }

    /// `Pages Golden`: of two words the other order is still read as the brand, of more it seldom is.
    fn turned_round(&self) -> Option<String> {
        match self.words.as_slice() {
            [first, second] if first != second => Some(format!("{second} {first}")),
            _ => None,
        }
    }
}

impl Spelling {
    /// Whether it is written in Hebrew letters.
    pub fn is_hebrew(&self) -> bool {
        self.letters.first().is_some_and(|letter| is_hebrew(letter.c))
    }
}

/// What must speak for a brand of these words, by its length and by whether it is an everyday word.
fn need(words: &[String]) -> Need {
    let letters: Vec<char> = words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphanumeric()).collect();
    let (long, short) = if letters.iter().any(|c| is_hebrew(*c)) { HEBREW } else { (LONG, SHORT) };
    let one = matches!(words, [_]);
    match letters.len() {
        _ if one && words.iter().any(|word| is_ordinary(word)) => Need::Alone,
        // One word of six Hebrew letters is a form of another word more easily than two words are.
        n if n >= long + usize::from(one && long < LONG) => Need::Anywhere,
        n if n < short => Need::Alone,
        _ => Need::Word,
    }
}

/// A charter may say that a name resembles nothing else.
fn loosened(need: Need, how: MatchMode) -> Need {
    match (how, need) {
        (MatchMode::Loose, Need::Alone) => Need::Word,
        (MatchMode::Loose, _) => Need::Anywhere,
        _ => need,
    }
}

fn letters(text: &str) -> Vec<Letter> {
    let signs = sign::Name::read(text).signs;
    let begins = |gap: Gap| gap == Gap::Mark;
    signs
        .iter()
        .map(|s| Letter { c: lookalike::twin(s.raw).unwrap_or(s.raw), run: s.run, begins: begins(s.gap) })
        .collect()
}
