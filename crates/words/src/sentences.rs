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
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut cut = Cutter { text, found: Vec::new(), from_byte: 0, from: 0 };
    let (mut at, mut closed) = (0, false);
    for (byte, c) in text.char_indices() {
        let white = c.is_whitespace();
        let full = at - cut.from >= LONGEST && white;
        if c == '\n' || full || (closed && white) {
            cut.at(byte, at);
        }
        closed = matches!(c, '.' | '!' | '?' | '…') || (closed && matches!(c, '"' | '\'' | ')' | '”' | '’' | '״'));
        at += utf16_len(c);
    }
    cut.at(text.len(), at);
    cut.found
}

/// How many UTF-16 code units `c` takes.
pub fn utf16_len(c: char) -> u32 {
    if u32::from(c) >= 0x1_0000 { 2 } else { 1 }
}

struct Cutter<'a> {
    text: &'a str,
    found: Vec<Sentence<'a>>,
    from_byte: usize,
    from: u32,
}

impl Cutter<'_> {
    fn at(&mut self, byte: usize, at: u32) {
        if let Some(text) = self.text.get(self.from_byte..byte).filter(|t| !t.is_empty()) {
            self.found.push(Sentence { text, span: Utf16Span { start: self.from, end: at } });
        }
        (self.from_byte, self.from) = (byte, at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|s| s.text).collect()
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
        assert!(sentences(&text).len() > 5);
        assert_eq!(cut(&text).concat(), text);
    }
}
