//! A sentence as folded characters, each with its place in the original.

use crate::{
    fold::{Folded, fold, fold_letter, is_hebrew},
    sentences::utf16_len,
};

/// One folded character.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// What it counts as.
    pub c: char,
    /// Where it begins: UTF-16 code units from the sentence's start.
    pub start: u32,
    /// Where it ends, with the marks that belong to it.
    pub end: u32,
    /// Whether it was a capital letter.
    pub capital: bool,
    /// The script of what it counts as.
    pub(crate) script: Option<Script>,
}

/// Folds a sentence; what counts as nothing is gone, its room given to the character before.
pub fn units(text: &str) -> Vec<Unit> {
    let mut out = Vec::with_capacity(text.len());
    let mut start = 0;
    for c in text.chars() {
        let end = start + utf16_len(c);
        let unit = |folded, capital| Unit { c: folded, start, end, capital, script: script(folded) };
        match fold_letter(c) {
            Some(letter) => out.push(unit(letter, c.is_ascii_uppercase())),
            None => match fold(c) {
                Folded::Nothing => extend(&mut out, c, end),
                Folded::One(one) => out.push(unit(one, c.is_uppercase())),
                Folded::Several(several) => {
                    out.extend(several.into_iter().filter(|s| *s != '\0').map(|one| unit(one, c.is_uppercase())));
                }
            },
        }
        start = end;
    }
    out
}

/// A combining mark belongs to its letter; a control (bidi, zero-width) belongs to nobody.
fn extend(out: &mut [Unit], c: char, end: u32) {
    let mark = matches!(c, '\u{300}'..='\u{5c7}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}');
    if let Some(last) = out.last_mut().filter(|_| mark && c != '\u{34f}') {
        last.end = end;
    }
}

/// What kind of writing a character belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Hebrew letters.
    Hebrew,
    /// Latin letters, and those of scripts whose letters pass for them (Cyrillic, Greek).
    European,
    /// Letters of any other script.
    Other,
}

/// The script of a folded letter; nothing for what is no letter.
#[inline]
pub fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' => Some(Script::European),
        _ if is_hebrew(c) => Some(Script::Hebrew),
        _ if c.is_ascii() => None,
        _ => rare_script(c),
    }
}

fn rare_script(c: char) -> Option<Script> {
    match c {
        'ß'..='ʯ' | 'α'..='ῼ' if c.is_alphabetic() => Some(Script::European),
        _ if c.is_alphabetic() => Some(Script::Other),
        _ => None,
    }
}

/// The Latin letter that a Cyrillic or Greek one passes for.
pub fn latin_twin(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'һ' | 'н' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' | 'μ' => 'm',
        'п' | 'η' => 'n',
        'о' | 'ο' | 'σ' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' => 'u',
        'ν' => 'v',
        'ѡ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        _ => return None,
    })
}

/// Whether `c` is an emoji (or one part of one).
pub fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{231a}'..='\u{23ff}')
}

/// The letter that a digit or sign stands for in `b0ss`; for `1`, which of `i` and `l` the caller wants.
pub fn leet(c: char, one: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' | '!' => one,
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        _ => return None,
    })
}
