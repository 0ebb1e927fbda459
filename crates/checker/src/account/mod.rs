//! The names of accounts: does one use the company's name or a brand, so that it would be read as the company's?
//!
//! A name is read as the letters that are seen (`sign`, `lookalike`); brands are looked up by their ends (`index`), laid along the
//! name letter by letter (`align`, `keyboard`), also as they sound (`sounds`); what stands around decides whether a reader takes
//! it for the brand (`judge`), the more so the shorter or more everyday the brand is (`brand`, `ordinary`).
//!
//! What does not belong here: fields and pages, and sentences for people.

mod align;
mod brand;
mod filter;
mod how;
mod index;
mod judge;
mod keyboard;
mod lookalike;
mod ordinary;
mod pairs;
mod sign;
mod sounds;

use amana_charter::{Category, Charter, Level, MatchMode};
use amana_words::{Utf16Span, is_hebrew, units};

use crate::finding::{Finding, Says};
use align::{Align, Cost};
use brand::{Brand, Need, Spelling, Via};
pub use how::How;
use index::{Anchor, Index};
use judge::{Judge, Place};
use sign::Name;
use sounds::{Heard, Sounds};

/// What account names are held against.
pub(crate) struct Accounts {
    level: Level,
    brands: Vec<Brand>,
    spellings: Vec<Spelling>,
    index: Index,
    sounds: Sounds,
    /// The company's own accounts, as they are written.
    official: Vec<String>,
}

/// That a name uses a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandUse {
    /// The brand, as the charter writes it.
    pub brand: String,
    /// How the name uses it.
    pub how: How,
    /// The part of the name that is the brand.
    pub span: Utf16Span,
    /// How loud the charter is about it. Never [`Level::Off`].
    pub level: Level,
}

impl BrandUse {
    /// As a finding in the name it was found in.
    #[must_use]
    pub fn finding(self, name: &str) -> Finding {
        let Self { brand, how, span, level } = self;
        Finding {
            category: Category::BrandAccount,
            level,
            rule: "brand-account".to_owned(),
            span,
            evidence: vec![span],
            says: Says { key: format!("saw-brand-{}", how.as_str()), words: span.text_in(name), brand: Some(brand) },
        }
    }
}

/// Longer names are read to here only; no site allows a longer one.
const LONGEST: usize = 500;

impl Accounts {
    /// From the charter's company.
    pub fn new(charter: &Charter) -> Self {
        let company = &charter.company;
        let brands: Vec<Brand> = company.names.iter().chain(&company.brands).flat_map(Brand::all).collect();
        let spellings: Vec<Spelling> = brands.iter().enumerate().flat_map(|(at, brand)| brand.spellings(at)).collect();
        Self {
            level: charter.level(Category::BrandAccount),
            index: Index::new(&spellings),
            sounds: Sounds::new(&brands),
            official: company.official_accounts.iter().map(|name| as_written(name.as_str())).collect(),
            brands,
            spellings,
        }
    }

    /// The brand that a name uses.
    pub fn check(&self, name: &str) -> Option<BrandUse> {
        let name = name.char_indices().nth(LONGEST).and_then(|(at, _)| name.get(..at)).unwrap_or(name);
        if self.level == Level::Off || self.is_official(name) {
            return None;
        }
        let read = Name::read(name);
        let (brand, how, from, to) = self.seen(name, &read).or_else(|| self.heard(&read))?;
        let brand = self.brands.get(brand)?.name.clone();
        Some(BrandUse { brand, how, span: read.span(from, to)?, level: self.level })
    }

    /// Whether it is one of the company's own accounts.
    fn is_official(&self, name: &str) -> bool {
        !self.official.is_empty() && self.official.contains(&as_written(name))
    }

    /// A brand by its letters: of several, the one that is nearest.
    fn seen(&self, name: &str, read: &Name) -> Option<(usize, How, usize, usize)> {
        let mut best: Option<(Place, &Spelling)> = None;
        self.index.anchors(&read.signs, &mut |anchor| {
            let Some((place, spelling)) = self.place(read, anchor) else { return };
            let rank = |(place, spelling): (Place, &Spelling)| (place.cost, spelling.via, place.from, spelling.brand);
            if best.is_none_or(|best| rank((place, spelling)) < rank(best)) {
                best = Some((place, spelling));
            }
        });
        best.map(|(place, spelling)| (spelling.brand, how(name, read, place, spelling), place.from, place.to))
    }

    fn place(&self, read: &Name, anchor: Anchor) -> Option<(Place, &Spelling)> {
        let spelling = self.spellings.get(anchor.spelling)?;
        let brand = self.brands.get(spelling.brand)?;
        let most = most(brand, spelling);
        let Anchor { at, back, .. } = anchor;
        let (length, cost) = Align { letters: &spelling.letters, signs: &read.signs, back, most }.from(at)?;
        let (from, to) = if back { (at.checked_sub(length)?, at) } else { (at, at + length) };
        let place = Place { spelling: anchor.spelling, from, to, cost };
        Judge { name: read, place, spelling, brand }.is_read_as_the_brand().then_some((place, spelling))
    }

    fn heard(&self, read: &Name) -> Option<(usize, How, usize, usize)> {
        let Heard { brand, from, to } = self.sounds.find(read, &self.brands)?;
        Some((brand, How::Sound, from, to))
    }
}

/// How far a name may be from a brand, where that is long enough to be known still: one slip, and a third of its letters that only
/// look like others, since a reader sees the shape of the whole.
fn most(brand: &Brand, spelling: &Spelling) -> Cost {
    let looks = u8::try_from(spelling.letters.len() / 3).unwrap_or(u8::MAX);
    match (brand.need, spelling.via, brand.how) {
        (Need::Anywhere, Via::Itself, MatchMode::Loose) => Cost { slips: 2, looks },
        (Need::Anywhere, Via::Itself, MatchMode::Close) => Cost { slips: 1, looks },
        _ => Cost::default(),
    }
}

/// An account's name as sites tell accounts apart.
fn as_written(name: &str) -> String {
    let name = name.trim();
    name.strip_prefix('@').unwrap_or(name).to_lowercase()
}

/// How letters that are a brand's are written.
fn how(name: &str, read: &Name, place: Place, spelling: &Spelling) -> How {
    let signs = read.signs.get(place.from..place.to).unwrap_or_default();
    let text = read.span(place.from, place.to).map(|span| span.text_in(name)).unwrap_or_default();
    let shown = |test: fn(char) -> bool| text.chars().any(test);
    let letters = &spelling.letters;
    let stretched = signs.iter().map(|s| s.run).sum::<usize>() > letters.iter().map(|l| l.run).sum::<usize>();
    let apart = signs.iter().skip(1).zip(letters.iter().skip(1));
    match spelling.via {
        Via::Keyboard => How::Keyboard,
        Via::Order => How::Order,
        Via::Itself if place.cost.slips > 0 => How::Slip,
        Via::Itself if place.cost.looks > 0 || shown(is_foreign) => How::LookAlike,
        Via::Itself if signs.iter().zip(letters).any(|(s, l)| s.soft || !s.is_plain(l.c)) => How::Digits,
        Via::Itself if read.turned || shown(is_hidden) => How::Hidden,
        Via::Itself if stretched => How::Repeated,
        Via::Itself if apart.clone().any(|(s, l)| s.gap == sign::Gap::Mark && !l.begins) => How::Spaced,
        Via::Itself if place.from > 0 || place.to < read.signs.len() => How::Within,
        Via::Itself => How::Exact,
    }
}

/// A letter that is neither ASCII nor Hebrew as it is printed.
fn is_foreign(c: char) -> bool {
    (c.is_alphanumeric() || lookalike::twin(c).is_some()) && !c.is_ascii() && !is_hebrew(c)
}

/// What is not seen: all that folding takes away but niqqud.
fn is_hidden(c: char) -> bool {
    !matches!(c, '\u{591}'..='\u{5c7}') && units(c.encode_utf8(&mut [0; 4])).is_empty()
}
