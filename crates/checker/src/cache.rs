//! Sentences that were read before: while one is being written, the others stay as they are.

use std::{collections::HashMap, rc::Rc};

use amana_words::{Sentence, Sentences, Utf16Span};

use crate::{finding::Finding, place::Holds, scan::Scanned};

/// What was read of the sentences of one text. It lives in memory, with the text itself.
#[derive(Default)]
pub struct Cache {
    known: Vec<Known>,
}

/// A sentence, and all that is known of it.
pub(crate) struct Known {
    /// Its text.
    pub text: String,
    /// Where it stands in the post.
    pub span: Utf16Span,
    /// What it holds.
    pub scanned: Rc<Scanned>,
    /// What the rules found, and what held of it then; nothing when it is new, or the sentence before it is another.
    pub found: Option<(Holds, Vec<Finding>)>,
}

impl Cache {
    /// Goes on to what the text is now; `read` is called for the sentences that were not in it before. Those that are not in it any
    /// more are forgotten.
    pub(crate) fn read(&mut self, text: &str, read: impl Fn(&str) -> Scanned) -> &mut [Known] {
        let (front, rest) = self.front(text);
        let at = self.known.iter().take(front).next_back().map_or(0, |known| known.span.end);
        let mut behind = Sentences { rest, at };
        let (new, back) = self.between(front, &mut behind);
        let gone = self.known.iter().take(back).skip(front);
        let mut held: HashMap<&str, Rc<Scanned>> = gone.map(|k| (k.text.as_str(), Rc::clone(&k.scanned))).collect();
        let new: Vec<Known> = new
            .into_iter()
            .map(|Sentence { text, span }| {
                let scanned = Rc::clone(held.entry(text).or_insert_with(|| Rc::new(read(text))));
                Known { text: text.to_owned(), span, scanned, found: None }
            })
            .collect();
        let back_now = front + new.len();
        self.known.splice(front..back, new);
        self.move_from(back_now, behind.at);
        &mut self.known
    }

    /// How many sentences the text still begins with, and what it goes on with. Where the last of those in common ends may have
    /// changed with what follows.
    fn front<'a>(&self, text: &'a str) -> (usize, &'a str) {
        let (mut rest, mut before) = (text, text);
        let mut front = 0;
        for known in &self.known {
            let Some(behind) = rest.strip_prefix(known.text.as_str()) else { break };
            (before, rest) = (rest, behind);
            front += 1;
        }
        let all = front == self.known.len() && rest.is_empty();
        if all || front == 0 { (front, rest) } else { (front - 1, before) }
    }

    /// Cuts sentences off `behind` until it begins, and ends, with sentences that are known: those from the index on that is
    /// returned with the new ones. The first `front` are not asked.
    fn between<'a>(&self, front: usize, behind: &mut Sentences<'a>) -> (Vec<Sentence<'a>>, usize) {
        let later = self.known.iter().skip(front).rev();
        let kept = later.scan(behind.rest, |rest, known| {
            *rest = rest.strip_suffix(known.text.as_str())?;
            Some(known.text.len())
        });
        let mut kept: Vec<usize> = kept.collect();
        let mut bytes: usize = kept.iter().sum();
        let mut new = Vec::new();
        while behind.rest.len() > bytes {
            new.extend(behind.next());
            while behind.rest.len() < bytes {
                bytes -= kept.pop().unwrap_or(bytes);
            }
        }
        (new, self.known.len() - kept.len())
    }

    /// Puts the sentences from an index on where they stand now. What was found in the first of them may hang on those before it.
    fn move_from(&mut self, index: usize, mut at: u32) {
        let mut moved = self.known.iter_mut().skip(index).peekable();
        moved.peek_mut().into_iter().for_each(|known| known.found = None);
        for known in moved {
            known.move_to(at);
            at = known.span.end;
        }
    }
}

impl Known {
    fn move_to(&mut self, at: u32) {
        let by = at.wrapping_sub(self.span.start);
        let found = self.found.iter_mut().flat_map(|(_, found)| found);
        let spans = found.flat_map(|finding| finding.evidence.iter_mut().chain([&mut finding.span]));
        for span in spans.chain([&mut self.span]).filter(|_| by != 0) {
            // Back is forth by what is missing to the whole circle.
            *span = Utf16Span { start: span.start.wrapping_add(by), end: span.end.wrapping_add(by) };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use amana_words::sentences;

    use super::*;

    #[test]
    fn only_what_changed_is_read_again() {
        let reads = Cell::new(0);
        let read = |_: &str| {
            reads.set(reads.get() + 1);
            Scanned::default()
        };
        let mut cache = Cache::default();
        assert_eq!(cache.read("One. Two. Two.", read).len(), 3);
        assert_eq!(reads.get(), 2);
        cache.read("One. Two. Two. Three", read);
        assert_eq!(reads.get(), 3);
        cache.read("One!", read);
        cache.read("One. Two.", read);
        assert_eq!(reads.get(), 6, "what left the text is forgotten");
    }

    #[test]
    fn sentences_are_cut_as_they_are_in_a_new_text() {
        let mut cache = Cache::default();
        let texts = [
            "a. b. c. d",
            "a. b. c. d.",
            "a. b, c. d.",
            "a. c. d.",
            "c. d.",
            "c. 🙂 d.",
            "x. c. 🙂 d.",
            "",
            "c d",
            "c. d",
            "d",
            "d. d. d",
        ];
        for text in texts {
            let known = cache.read(text, |_| Scanned::default());
            let cut: Vec<_> = known.iter().map(|known| (known.text.as_str(), known.span)).collect();
            assert_eq!(cut, sentences(text).map(|s| (s.text, s.span)).collect::<Vec<_>>(), "{text}");
        }
    }
}
