//! A name as a charter writes it, put into rows of words: joined (`StarIndex`), as it is written, with its capitals apart
//! (`Local Find`).

use amana_words::{Kind, PlainName, WordHash, Words, term_hash};

/// A row of words as it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// The hash of its first word.
    pub first: WordHash,
    /// The hash of all.
    pub all: WordHash,
    /// How many words there are.
    pub words: u8,
}

/// A name has at most so many words; what is behind them is not compared.
const LONGEST: usize = 8;

impl Row {
    fn new(words: &[String]) -> Option<Self> {
        let mut hashes = words.iter().take(LONGEST).map(|word| term_hash(word));
        let first = hashes.next()?;
        Some(Self { first, all: hashes.fold(first, WordHash::then), words: count(words.len()) })
    }
}

fn count(words: usize) -> u8 {
    u8::try_from(words.min(LONGEST)).unwrap_or(u8::MAX)
}

/// The rows of a name.
pub(crate) fn rows(name: &str) -> [Option<Row>; 3] {
    match PlainName::read(name).filter(|plain| plain.words <= LONGEST) {
        Some(plain) => [
            Some(Row { first: plain.first, all: plain.row, words: count(plain.words) }),
            (plain.words > 1).then_some(Row { first: plain.joined, all: plain.joined, words: 1 }),
            None,
        ],
        None => {
            let mut rows = rows_of_words(name).into_iter();
            [(); 3].map(|()| rows.next().and_then(|words| Row::new(&words)))
        }
    }
}

/// The words of each row of a name: as it is written first, with the most words last; nothing of a name without letters.
pub(crate) fn rows_of_words(name: &str) -> Vec<Vec<String>> {
    let words = words(name);
    let apart = Some(self::words(&capitals_apart(name))).filter(|apart| apart.len() > words.len());
    let joined = (words.len() > 1).then(|| vec![words.concat()]);
    let written = Some(words).filter(|words| !words.is_empty());
    joined.into_iter().chain(written).chain(apart).collect()
}

fn words(name: &str) -> Vec<String> {
    let words = Words::read(name);
    let read = words.all.iter().filter(|w| !matches!(w.kind, Kind::Mark(_) | Kind::Opaque));
    read.map(|w| words.form(w).to_owned()).collect()
}

/// `LocalFind` as `Local Find`.
fn capitals_apart(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    let mut small = false;
    for c in name.chars() {
        if small && c.is_uppercase() {
            out.push(' ');
        }
        small = c.is_lowercase();
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(rows: impl Iterator<Item = Option<Row>>) -> Vec<Row> {
        let mut rows: Vec<Row> = rows.flatten().collect();
        rows.sort_by_key(|row| (row.words, row.all.spread()));
        rows
    }

    proptest! {
        #[test]
        fn plain_names_are_read_as_all_are(name in "[a-cA-Chtp:ו-יםבש' .\\-]{0,12}") {
            let slowly = rows_of_words(&name);
            prop_assert_eq!(sorted(rows(&name).into_iter()), sorted(slowly.iter().map(|words| Row::new(words))));
        }
    }
}
