//! Where something stands in a text.

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
    /// use amana_checker::Utf16Span;
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
        let units: Vec<u16> =
            text.encode_utf16().skip(self.start as usize).take(self.end.saturating_sub(self.start) as usize).collect();
        String::from_utf16_lossy(&units)
    }
}
