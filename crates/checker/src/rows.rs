//! Words in a row, each in one of its readings: what may be a name in a sentence.

use amana_words::{Kind, Prefixes, Readings, Stem, Word, Words};

/// A sentence in which names are looked for.
pub(crate) struct Rows<'a> {
    words: &'a Words,
    readings: &'a Readings,
    /// Room for a row.
    row: Vec<Part<'a>>,
}

/// One word of a row, in one of its readings.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    /// The word's index in the sentence.
    pub at: usize,
    /// The reading.
    pub stem: &'a Stem,
    word: &'a Word,
    words: &'a Words,
}

impl<'a> Part<'a> {
    /// What kind of word it is.
    pub fn kind(&self) -> Kind {
        self.word.kind
    }

    /// Its letters, folded.
    pub fn text(&self) -> &'a str {
        self.stem.text(self.words, self.word)
    }
}

impl<'a> Rows<'a> {
    /// The rows of a sentence, of which `readings` are the readings.
    pub fn new(words: &'a Words, readings: &'a Readings) -> Self {
        Self { words, readings, row: Vec::new() }
    }

    /// Every word in each of its readings: where a row may begin.
    pub fn starts(&self) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let (words, readings) = (self.words, self.readings);
        let parts = words.all.iter().enumerate();
        parts.flat_map(move |(at, word)| readings.word(at).iter().map(move |stem| Part { at, stem, word, words }))
    }

    /// Shows `visit` every row that begins with `start`, with what it returned for the row without its last word, or `none`. It
    /// returns nothing where no longer row may be a name.
    pub fn walk<S: Copy>(&mut self, start: Part<'a>, none: S, visit: &mut impl FnMut(S, &[Part<'a>]) -> Option<S>) {
        let mut row = std::mem::take(&mut self.row);
        self.go_on(start, none, &mut row, visit);
        self.row = row;
    }

    fn go_on<S: Copy>(
        &self,
        part: Part<'a>,
        before: S,
        row: &mut Vec<Part<'a>>,
        visit: &mut impl FnMut(S, &[Part<'a>]) -> Option<S>,
    ) {
        row.push(part);
        let next = self.next(part.at);
        if let (Some(so_far), Some(word)) = (visit(before, row), self.words.all.get(next)) {
            let whole = self.readings.word(next).iter().filter(|stem| stem.prefixes == Prefixes::NONE);
            for stem in whole {
                self.go_on(Part { at: next, stem, word, words: self.words }, so_far, row, visit);
            }
        }
        row.pop();
    }

    /// The word that goes on with a name: the next one, past a hyphen.
    fn next(&self, at: usize) -> usize {
        let hyphen = self.words.all.get(at + 1).is_some_and(|word| word.kind == Kind::Mark('-'));
        at + 1 + usize::from(hyphen)
    }
}
