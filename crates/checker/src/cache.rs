//! Sentences that were read before: while one is being written, the others stay as they are.

use std::{collections::HashMap, rc::Rc};

use amana_words::Sentence;

use crate::scan::Scanned;

/// What was read of the sentences of one text. It lives in memory, with the text itself.
#[derive(Default)]
pub struct Cache {
    known: HashMap<String, Rc<Scanned>>,
}

impl Cache {
    /// What each sentence holds; `read` is called for those that were not in the text before. Those that are not in it now are
    /// forgotten.
    pub(crate) fn scan(&mut self, sentences: &[Sentence<'_>], read: impl Fn(&str) -> Scanned) -> Vec<Rc<Scanned>> {
        let mut still = HashMap::with_capacity(sentences.len());
        let mut out = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let known = still.remove_entry(sentence.text).or_else(|| self.known.remove_entry(sentence.text));
            let (text, scanned) = known.unwrap_or_else(|| (sentence.text.to_owned(), Rc::new(read(sentence.text))));
            out.push(Rc::clone(&scanned));
            still.insert(text, scanned);
        }
        self.known = still;
        out
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
        assert_eq!(cache.scan(&sentences("One. Two. Two."), read).len(), 3);
        assert_eq!(reads.get(), 2);
        cache.scan(&sentences("One. Two. Two. Three"), read);
        assert_eq!(reads.get(), 3);
        cache.scan(&sentences("One!"), read);
        cache.scan(&sentences("One. Two."), read);
        assert_eq!(reads.get(), 6, "what left the text is forgotten");
    }
}
