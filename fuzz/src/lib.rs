//! What the fuzz targets share: what must hold of every answer. They speak by panics, as a fuzzer wants it.
//!
//! What does not belong here: examples of what should be found. Those stand with the rules and in `tests/corpus`.

use amana_charter::Charter;
use amana_checker::{Cache, Checker, Finding, Utf16Span};

/// Sets apart what one input holds several of: pages of a text, files of a pack. No person types it.
pub const PAGE: char = '\u{c}';

/// The charter of the demo.
///
/// # Panics
/// When it is no charter.
#[must_use]
pub fn golden_pages() -> Charter {
    let read = Charter::read(include_str!("../../charters/golden-pages.json"));
    read.expect("the demo's charter is good").charter
}

/// Checks `text` in every way there is: as a post, as a post that was read before, as the name of an account.
///
/// # Panics
/// When a span lies outside the text or cuts a character, or when `cache` changes what is found.
pub fn try_text(checker: &Checker, text: &str, cache: &mut Cache) {
    let found = checker.check(text);
    assert_eq!(checker.check_again(text, cache), found, "read anew, and read again");
    let bounds = Bounds::of(text);
    found.iter().for_each(|finding| bounds.hold(finding));
    checker.check_all(text).iter().for_each(|finding| bounds.hold(finding));
    checker.check_name(text).iter().for_each(|finding| bounds.hold(finding));
}

/// Where the characters of a text begin and where the last one ends, in UTF-16 code units; in order.
struct Bounds(Vec<u32>);

impl Bounds {
    fn of(text: &str) -> Self {
        let mut end = 0;
        let ends = text.chars().map(|c| {
            end += if c.len_utf16() == 2 { 2 } else { 1 };
            end
        });
        Self(std::iter::once(0).chain(ends).collect())
    }

    fn hold(&self, finding: &Finding) {
        let whole = |span: &Utf16Span| {
            let known = |bound| self.0.binary_search(&bound).is_ok();
            span.start < span.end && known(span.start) && known(span.end)
        };
        assert!(whole(&finding.span), "the span is not of whole characters in the text: {finding:?}");
        assert!(finding.evidence.iter().all(whole), "evidence is not of whole characters in the text: {finding:?}");
    }
}
