//! Reads off Unicode's tables which letters pass for Latin ones: those of UTS #39 (confusables), and Latin letters with a stroke, a
//! hook or another shape, which the names of characters tell.

use amana_words::{is_hebrew, units};
use unicode_security::skeleton;

/// A line for each folded letter: the letter and the Latin one it passes for; sorted.
pub fn table() -> String {
    let letters = ('\u{80}'..='\u{1f9ff}').filter(|c| !is_hebrew(*c) && !is_ideograph(*c) && folds_to_itself(*c));
    letters.filter_map(|c| twin(c).map(|twin| format!("{c}{twin}\n"))).collect()
}

/// Tens of thousands, none of which looks like a letter.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{e000}'..='\u{faff}' | '\u{17000}'..='\u{1b2ff}')
}

/// Others never reach the table: folding has made something else of them.
fn folds_to_itself(c: char) -> bool {
    matches!(units(&c.to_string()).as_slice(), [unit] if unit.c == c)
}

fn twin(c: char) -> Option<char> {
    pun(c).or_else(|| by_name(c)).or_else(|| by_shape(c)).or_else(|| c.to_uppercase().next().and_then(by_shape))
}

/// What people write for fun and UTS #39 does not count as alike.
const PUNS: [&str; 37] = [
    "пn", "гr", "яr", "шw", "щw", "вb", "нh", "бb", "цu", "ьb", "єe", "эe", "ғf", "иn", "лn", "зe", // Cyrillic
    "ηn", "ωw", "πn", "θo", "φo", "μu", "λa", "σo", "ςs", "εe", "ζz", "δd", // Greek
    "∂d", "ɐa", "əe", "ǝe", "ɹr", "ʇt", "ɔc", "ƃg", "ʌv", // signs, and letters turned round
];

fn pun(c: char) -> Option<char> {
    PUNS.iter().find(|pun| pun.starts_with(c)).and_then(|pun| pun.chars().nth(1))
}

/// `LATIN SMALL LETTER D WITH STROKE` is a d.
fn by_name(c: char) -> Option<char> {
    let name = unicode_names2::name(c)?.to_string();
    let latin = ["LATIN ", "NEGATIVE ", "SQUARED ", "CIRCLED ", "REGIONAL ", "MODIFIER LETTER "];
    let (_, shape) = latin.iter().any(|script| name.starts_with(script)).then(|| name.split_once("LETTER "))??;
    let base = shape.split(" WITH ").next()?.rsplit(' ').next()?;
    let odd = ["TURNED", "REVERSED", "SIDEWAYS", "INVERTED"].iter().any(|odd| shape.contains(odd));
    base.chars()
        .next()
        .filter(|letter| base.len() == 1 && letter.is_ascii_uppercase() && !odd)
        .map(|l| l.to_ascii_lowercase())
}

fn by_shape(c: char) -> Option<char> {
    let shape: String = skeleton(&c.to_string()).collect();
    let is = |letter: &char| skeleton(&letter.to_string()).eq(shape.chars());
    let letter = ('a'..='z').chain('A'..='Z').find(is)?;
    Some(letter.to_ascii_lowercase())
}
