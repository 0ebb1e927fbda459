//! Numbers written in digits: `1.8M`, `12,000`, `3.1%`, `11:30`, `2nd`.

use crate::units::{Unit, script};

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value, with `K`, `M` and the like multiplied in; 0 where the digits make no number.
    pub value: f64,
    /// What was written behind the digits.
    pub unit: NumberUnit,
}

/// What stands behind the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberUnit {
    /// Nothing.
    None,
    /// `K`, `M`, `B` and the like.
    Scale,
    /// `%`.
    Percent,
    /// `st`, `nd`, `rd`, `th`.
    Ordinal,
    /// A time of day: `11:30`, `9am`.
    Clock,
    /// A date: `14.3.2026`, `3/11`.
    Date,
}

/// Reads a number at the start of `units`; also how many units it takes. The first unit is a digit.
pub fn read(units: &[Unit]) -> (Number, usize) {
    let digits: usize = digits_length(units);
    let text: String = units.iter().take(digits).map(|u| u.c).collect();
    let suffix: String = units.iter().skip(digits).take(4).map(|u| u.c).take_while(|c| script(*c).is_some()).collect();
    let (unit, scale, length) = match suffix.as_str() {
        "k" => (NumberUnit::Scale, 1e3, 1),
        "m" => (NumberUnit::Scale, 1e6, 1),
        "mm" | "mn" => (NumberUnit::Scale, 1e6, 2),
        "b" => (NumberUnit::Scale, 1e9, 1),
        "bn" => (NumberUnit::Scale, 1e9, 2),
        "st" | "nd" | "rd" | "th" => (NumberUnit::Ordinal, 1.0, 2),
        "am" | "pm" => (NumberUnit::Clock, 1.0, 2),
        _ if units.get(digits).is_some_and(|u| u.c == '%') => (NumberUnit::Percent, 1.0, 1),
        _ => (shape(&text), 1.0, 0),
    };
    (Number { value: value(&text) * scale, unit }, digits + length)
}

/// Digits, with `.`, `,`, `:` and `/` between digits.
fn digits_length(units: &[Unit]) -> usize {
    let digit = |i: usize| units.get(i).is_some_and(|u| u.c.is_ascii_digit());
    let joint = |i: usize| units.get(i).is_some_and(|u| matches!(u.c, '.' | ',' | ':' | '/')) && digit(i + 1);
    (0..units.len()).take_while(|i| digit(*i) || joint(*i)).count()
}

fn shape(text: &str) -> NumberUnit {
    let dots = text.matches('.').count();
    match () {
        () if text.contains(':') => NumberUnit::Clock,
        () if text.contains('/') || dots >= 2 => NumberUnit::Date,
        () => NumberUnit::None,
    }
}

fn value(text: &str) -> f64 {
    text.replace(',', "").parse().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::units;

    fn number(text: &str) -> (f64, NumberUnit, usize) {
        let (number, length) = read(&units(text));
        (number.value, number.unit, length)
    }

    #[test]
    fn reads_what_people_write() {
        assert_eq!(number("1.8M a year"), (1_800_000.0, NumberUnit::Scale, 4));
        assert_eq!(number("12,000 "), (12_000.0, NumberUnit::None, 6));
        assert_eq!(number("3.1%"), (3.1, NumberUnit::Percent, 4));
        assert_eq!(number("11:30"), (0.0, NumberUnit::Clock, 5));
        assert_eq!(number("14.3.2026."), (0.0, NumberUnit::Date, 9));
        assert_eq!(number("2nd"), (2.0, NumberUnit::Ordinal, 3));
        assert_eq!(number("90."), (90.0, NumberUnit::None, 2));
    }
}
