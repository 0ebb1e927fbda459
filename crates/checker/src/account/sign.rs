//! A name as the letters that a reader sees, each with its place: marks and controls are gone, look-alikes are the letters they
//! pass for, a letter that is stretched is one.

use amana_words::{Unit, Utf16Span, is_hebrew, units};

use super::lookalike;

/// A letter or digit of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// The letter it is read as: of look-alikes of Latin letters, the Latin one.
    pub c: char,
    /// As folding left it.
    pub raw: char,
    /// How often it stands in a row.
    pub run: usize,
    /// Where it begins: UTF-16 code units from the name's start.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it is a sign that may stand for a letter, or for nothing: `@`, `$`.
    pub soft: bool,
    /// Whether a word begins with it.
    pub begins: bool,
    /// Where it begins among the name's letters: bytes.
    at: usize,
}

/// What stands before a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Another letter.
    None,
    /// A small letter before this capital.
    Hump,
    /// Blanks, marks, emoji; or the name's start.
    Mark,
}

impl Sign {
    /// Whether it may stand for a letter of a brand.
    pub fn fits(&self, letter: char) -> bool {
        self.c == letter || self.raw == letter || lookalike::stands_for(self.raw).contains(&letter)
    }

    /// Whether it is a digit.
    pub fn is_digit(&self) -> bool {
        // Unicode's tables are slow for what almost all names are made of.
        !self.raw.is_ascii_alphabetic() && !is_hebrew(self.raw) && self.raw.is_numeric()
    }

    /// Whether it is the letter as anyone writes it.
    pub fn is_plain(&self, letter: char) -> bool {
        self.raw == letter
    }
}

/// A name that was read.
#[derive(Debug)]
pub(super) struct Name {
    /// Its letters, as they are seen.
    pub signs: Vec<Sign>,
    /// Whether a control turns some of them round.
    pub turned: bool,
    /// The letters as folding left them, stretched ones as often as they stand there.
    letters: String,
}

impl Name {
    /// Reads a name.
    pub fn read(name: &str) -> Self {
        let mut units = units(name);
        let turned = turn(name, &mut units);
        let mut signs = signs(&units);
        let mut letters = String::with_capacity(name.len());
        let mut before = None;
        for sign in &mut signs {
            sign.at = letters.len();
            (0..sign.run).for_each(|_| letters.push(sign.raw));
            sign.begins = before.is_none_or(|before| breaks(&before, sign));
            before = Some(*sign);
        }
        Self { signs, turned, letters }
    }

    /// Whether a word ends before a letter; also at both ends of the name.
    pub fn breaks(&self, at: usize) -> bool {
        self.signs.get(at).is_none_or(|sign| sign.begins)
    }

    /// Its words, as ranges of signs.
    pub fn words(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let count = self.signs.len();
        let starts = (0..count).filter(|at| self.breaks(*at));
        starts.map(move |from| (from, (from + 1..=count).find(|at| self.breaks(*at)).unwrap_or(count)))
    }

    /// The letters from one sign to another.
    pub fn text(&self, from: usize, to: usize) -> &str {
        let byte = |sign: usize| self.signs.get(sign).map_or(self.letters.len(), |sign| sign.at);
        self.letters.get(byte(from)..byte(to)).unwrap_or_default()
    }

    /// Where the signs from one to another stand.
    pub fn span(&self, from: usize, to: usize) -> Option<Utf16Span> {
        let signs = self.signs.get(from..to)?;
        let (start, end) = (signs.iter().map(|s| s.start).min()?, signs.iter().map(|s| s.end).max()?);
        Some(Utf16Span { start, end })
    }
}

fn breaks(before: &Sign, here: &Sign) -> bool {
    let differ = |is: fn(&Sign) -> bool| is(here) != is(before);
    here.gap != Gap::None || differ(Sign::is_digit) || differ(|sign| is_hebrew(sign.raw)) || here.soft || before.soft
}

/// The letters of a text as the tables of brands are written: no run, no gap counts. For what is compared as it is written.
pub(super) fn compact(text: &str) -> Vec<char> {
    units(text).iter().map(|unit| unit.c).filter(|c| c.is_alphanumeric()).collect()
}

/// Puts letters that a control shows in the other direction into the order in which they are seen; whether there were any.
fn turn(name: &str, units: &mut [Unit]) -> bool {
    let mut turned = false;
    for (start, end, right_to_left) in overrides(name) {
        let from = units.partition_point(|unit| unit.start < start);
        let to = units.partition_point(|unit| unit.start < end);
        let part = units.get_mut(from..to).unwrap_or_default();
        // Hebrew letters run from right to left by themselves.
        if right_to_left != part.iter().any(|unit| is_hebrew(unit.c)) {
            part.reverse();
            turned |= !part.is_empty();
        }
    }
    turned
}

/// Where a control overrides the direction of writing, in UTF-16 code units, and whether it makes it right to left.
fn overrides(name: &str) -> Vec<(u32, u32, bool)> {
    let (mut found, mut open, mut at) = (Vec::new(), None, 0);
    for c in name.chars() {
        match c {
            '\u{202d}' | '\u{202e}' => open = Some((at, c == '\u{202e}')),
            '\u{202c}' => found.extend(open.take().map(|(start, rtl)| (start, at, rtl))),
            _ => {}
        }
        at += if c.len_utf16() == 2 { 2 } else { 1 };
    }
    found.extend(open.map(|(start, rtl)| (start, at, rtl)));
    found
}

/// Letters that show nothing.
const BLANK: [char; 4] = ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}'];

fn signs(units: &[Unit]) -> Vec<Sign> {
    let mut out: Vec<Sign> = Vec::with_capacity(units.len());
    let (mut gap, mut at) = (Gap::Mark, 0);
    while let Some(unit) = units.get(at) {
        let (sign, taken) = read(units, at, gap);
        match sign {
            Some(sign) => {
                gap = Gap::None;
                push(&mut out, sign);
            }
            // A geresh belongs to its Hebrew letter.
            None if !is_geresh(unit.c) || !out.last().is_some_and(|before| is_hebrew(before.raw)) => gap = Gap::Mark,
            None => {}
        }
        at += taken;
    }
    out
}

fn is_geresh(c: char) -> bool {
    matches!(c, '\'' | '"')
}

/// The sign that begins at a unit, if there is one, and how many units it takes.
fn read(units: &[Unit], at: usize, gap: Gap) -> (Option<Sign>, usize) {
    let get = |at: Option<usize>| at.and_then(|at| units.get(at));
    let Some(unit) = get(Some(at)) else { return (None, 1) };
    if let Some(c) = letter(unit.c) {
        let gap = if gap == Gap::None && is_hump(units, at) { Gap::Hump } else { gap };
        let Unit { c: raw, start, end, .. } = *unit;
        return (Some(Sign { c, raw, run: 1, start, end, gap, soft: false, begins: false, at: 0 }), 1);
    }
    let is_letter = |unit: Option<&Unit>| unit.is_some_and(|unit| letter(unit.c).is_some());
    let between = |next: usize| is_letter(get(at.checked_sub(1))) && is_letter(get(Some(next)));
    let round = get(Some(at + 1)).filter(|next| matches!((unit.c, next.c), ('(', ')') | ('[', ']') | ('{', '}')));
    let (c, end, taken) = match (lookalike::sign(unit.c), round) {
        (_, Some(next)) => ('o', next.end, 2),
        (Some(c), None) => (c, unit.end, 1),
        (None, None) => return (None, 1),
    };
    let sign = Sign { c, raw: c, run: 1, start: unit.start, end, gap, soft: true, begins: false, at: 0 };
    (between(at + taken).then_some(sign), taken)
}

/// The letter that a character is read as; nothing for what is no letter.
fn letter(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii_alphanumeric() || is_hebrew(c) => Some(c),
        _ if c.is_ascii() || BLANK.contains(&c) => None,
        _ => lookalike::twin(c).or_else(|| c.is_alphanumeric().then_some(c)),
    }
}

/// Whether a word begins at a capital: `GoldenPages`, the P of `ILPages`.
fn is_hump(units: &[Unit], at: usize) -> bool {
    let unit = |at: Option<usize>| at.and_then(|at| units.get(at));
    let capital = |at: Option<usize>| unit(at).is_some_and(|unit| unit.capital);
    let small = |at: Option<usize>| unit(at).is_some_and(|unit| unit.c.is_alphabetic() && !unit.capital);
    let (before, next) = (at.checked_sub(1), Some(at + 1));
    capital(Some(at)) && (small(before) || capital(before) && small(next))
}

/// Adds a sign, or stretches the last one.
fn push(out: &mut Vec<Sign>, sign: Sign) {
    match out.last_mut() {
        Some(last) if last.raw == sign.raw && sign.gap == Gap::None && !sign.soft && !last.soft && !sign.is_digit() => {
            last.run += 1;
            last.start = last.start.min(sign.start);
            last.end = last.end.max(sign.end);
        }
        _ => out.push(sign),
    }
}
