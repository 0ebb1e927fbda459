//! Where something stands in a text.

use crate::sentences::utf16_len;

/// A half-open range of UTF-16 code units: what JavaScript counts in, and what every finding speaks in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Span {
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

impl Utf16Span {
    /// The smallest span that covers both.
    ///
    /// ```
    /// use amana_words::Utf16Span;
    /// let a = Utf16Span { start: 2, end: 5 };
    /// let b = Utf16Span { start: 9, end: 12 };
    /// assert_eq!(a.hull(b), Utf16Span { start: 2, end: 12 });
    /// ```
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share at least one code unit.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span `by` code units further on.
    #[must_use]
    pub fn shifted(self, by: u32) -> Self {
        Self { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }

    /// The part of `text` that the span covers; lossy only where the span cuts a surrogate pair.
    #[must_use]
    pub fn text_in(self, text: &str) -> String {
        match (byte_at(text, self.start), byte_at(text, self.end)) {
            (Some(from), Some(to)) => text.get(from..to).unwrap_or_default().to_owned(),
            _ => self.lossy(text),
        }
    }

    fn lossy(self, text: &str) -> String {
        let length = self.end.saturating_sub(self.start) as usize;
        String::from_utf16_lossy(&text.encode_utf16().skip(self.start as usize).take(length).collect::<Vec<u16>>())
    }
}

/// The byte at which code unit `at` begins; nothing where it is inside a character or behind the end.
fn byte_at(text: &str, at: u32) -> Option<usize> {
    let mut units = 0;
    let mut places = text.char_indices().map(|(byte, c)| (byte, utf16_len(c))).chain([(text.len(), 0)]);
    places.find_map(|(byte, length)| {
        let here = (units == at).then_some(byte);
        units += length;
        here
    })
}
