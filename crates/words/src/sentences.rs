//! Cutting a post into sentences: the unit that is scanned, cached and reasoned about.

use crate::span::Utf16Span;

/// One sentence of a post, with where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Its text, closing marks included.
    pub text: &'a str,
    /// Where it stands in the post.
    pub span: Utf16Span,
}

/// A sentence is never longer, so that one without any full stop still costs the same a word.
const LONGEST: u32 = 4_000;

/// Cuts `text` at line breaks and after `.`, `!`, `?`, `…` before white space. Every character is in exactly one sentence.
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { rest: text, at: 0 }
}

/// The sentences of a text, in order. How one is cut hangs only on what begins with it: a text may be cut again from any of them on.
#[derive(Debug, Clone)]
pub struct Sentences<'a> {
    /// What is not cut yet.
    pub rest: &'a str,
    /// Where that begins, in UTF-16 code units.
    pub at: u32,
}

impl<'a> Iterator for Sentences<'a> {
    type Item = Sentence<'a>;

    fn next(&mut self) -> Option<Sentence<'a>> {
        let (bytes, units) = length(self.rest);
        let (text, rest) = self.rest.split_at_checked(bytes).filter(|(text, _)| !text.is_empty())?;
        let span = Utf16Span { start: self.at, end: self.at + units };
        *self = Self { rest, at: span.end };
        Some(Sentence { text, span })
    }
}

/// How long the first sentence of `text` is, in bytes and in UTF-16 code units.
fn length(text: &str) -> (usize, u32) {
    let (mut units, mut closed) = (0, false);
    for (byte, c) in text.char_indices() {
        // All that may end a sentence stands before the letters, but for one.
        let may_end = c <= '?' || c == '…' || closed || units >= LONGEST;
        if may_end && (closed || c == '\n' || units >= LONGEST) && c.is_whitespace() && byte > 0 {
            return (byte, units);
        }
        closed = may_end && ends(c, closed);
        units += utf16_len(c);
    }
    (text.len(), units)
}

/// Whether a sentence ends with `c`; closing marks may follow its end.
fn ends(c: char, closed: bool) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || (closed && matches!(c, '"' | '\'' | ')' | '”' | '’' | '״'))
}

/// How many UTF-16 code units `c` takes.
pub fn utf16_len(c: char) -> u32 {
    if u32::from(c) >= 0x1_0000 { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).map(|s| s.text).collect()
    }

    #[test]
    fn cuts_after_marks_and_at_lines() {
        assert_eq!(cut("One. Two!\nThree 3.1% ד.פ.י"), ["One.", " Two!", "\nThree 3.1% ד.פ.י"]);
        assert_eq!(cut("She said \"no.\" Then left"), ["She said \"no.\"", " Then left"]);
        assert_eq!(cut(""), Vec::<&str>::new());
    }

    #[test]
    fn counts_in_utf16() {
        let found = sentences("🙂. b");
        assert_eq!(found.last().map(|s| s.span), Some(Utf16Span { start: 3, end: 5 }));
    }

    #[test]
    fn a_text_without_full_stops_is_cut_all_the_same() {
        let text = "word ".repeat(5_000);
        assert!(sentences(&text).count() > 5);
        assert_eq!(cut(&text).concat(), text);
    }
}
