//! The names of accounts: does one use the company's name or a brand?
//!
//! A name is compared without its separators, so that `golden.pages_il` holds `Golden Pages`.

use amana_charter::{Category, Charter, Level};
use amana_words::{Unit, Utf16Span, is_hebrew, units};

use crate::{
    compile::Tables,
    finding::{Finding, Says},
};

/// What account names are held against.
pub(crate) struct Accounts {
    level: Level,
    /// Brands as folded letters.
    brands: Vec<Vec<char>>,
    /// The company's own accounts, as folded letters.
    official: Vec<Vec<char>>,
}

/// A brand of fewer letters must be the whole name: `zap` is in too many words.
const LEAST_INSIDE: usize = 6;

impl Accounts {
    /// From the charter's company.
    pub fn new(charter: &Charter) -> Self {
        let names = charter.company.names.iter().chain(&charter.company.brands);
        let written = names.flat_map(|name| std::iter::once(&name.name).chain(&name.aliases));
        let folded = |text: &str| letters(&units(text)).map(|u| u.c).collect::<Vec<char>>();
        Self {
            level: charter.level(Category::BrandAccount),
            brands: written.map(|name| folded(name.as_str())).filter(|b| !b.is_empty()).collect(),
            official: charter.company.official_accounts.iter().map(|name| folded(name.as_str())).collect(),
        }
    }

    /// The place of the first brand in the letters of a name.
    fn find(&self, name: &[char]) -> Option<(usize, usize)> {
        if self.official.iter().any(|official| official == name) {
            return None;
        }
        self.brands.iter().find_map(|brand| {
            let at = name.windows(brand.len()).position(|part| part == brand.as_slice())?;
            let fits = brand.len() == name.len()
                || brand.len() >= LEAST_INSIDE
                || brand.first().is_some_and(|c| is_hebrew(*c));
            fits.then_some((at, at + brand.len()))
        })
    }
}

/// Checks an account's name.
pub(crate) fn check(name: &str, tables: &Tables) -> Vec<Finding> {
    let accounts = &tables.accounts;
    if accounts.level == Level::Off {
        return Vec::new();
    }
    let units = units(name);
    let kept: Vec<Unit> = letters(&units).copied().collect();
    let chars: Vec<char> = kept.iter().map(|u| u.c).collect();
    let span = accounts.find(&chars).and_then(|(from, to)| {
        let (first, last) = (kept.get(from)?, kept.get(to.checked_sub(1)?)?);
        Some(Utf16Span { start: first.start, end: last.end })
    });
    span.map(|span| finding(name, span, accounts.level)).into_iter().collect()
}

fn letters(units: &[Unit]) -> impl Iterator<Item = &Unit> {
    units.iter().filter(|u| u.c.is_alphanumeric())
}

fn finding(name: &str, span: Utf16Span, level: Level) -> Finding {
    Finding {
        category: Category::BrandAccount,
        level,
        rule: "brand-account".to_owned(),
        span,
        evidence: vec![span],
        says: Says { key: "saw-brand-account".to_owned(), words: span.text_in(name) },
    }
}
