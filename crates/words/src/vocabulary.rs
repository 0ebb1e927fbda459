//! The vocabulary of a pack: every signal and every term, inflected and ready to be found.

use std::collections::{BTreeMap, BTreeSet};

use amana_charter::Lang;
use amana_pack::{List, Pack, Rule, Term};

use crate::{
    arrays::{Reader, Writer},
    english::English,
    lexicon::{Builder, Inflection, Lexicon},
    signals::{NAME_SIGNALS, NEEDED_LISTS, NUMBER_SIGNALS, SignalId, Signals},
};

/// All that a pack's rules may refer to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Names first, then numbers, then lists and the rules' own terms.
    pub signals: Signals,
    /// The terms of the lists and the rules.
    pub lexicon: Lexicon,
}

impl Vocabulary {
    /// Of a pack's lists and rules.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let mut signals = Signals::default();
        for name in NAME_SIGNALS.into_iter().chain(NUMBER_SIGNALS).chain(NEEDED_LISTS) {
            signals.id(name);
        }
        let mut builder = Builder::new(English::new(&pack.irregular));
        add_lists(&pack.lists, &mut signals, &mut builder);
        for words in pack.rules.iter().flat_map(own_terms) {
            add_term(words, &mut signals, &mut builder);
        }
        Self { signals, lexicon: builder.build() }
    }

    /// The vocabulary as a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.bytes(self.signals.names().join("\n").as_bytes());
        self.lexicon.write(&mut out);
        out.0
    }

    /// Reads what [`Vocabulary::to_bytes`] wrote, where it lies; nothing when it is something else.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let mut signals = Signals::default();
        for name in std::str::from_utf8(reader.bytes()?).ok()?.lines() {
            signals.id(name);
        }
        Some(Self { signals, lexicon: Lexicon::read(&mut reader)? })
    }
}

/// The signal of a rule's own words; they are added where they are new.
pub fn add_term(words: &str, signals: &mut Signals, builder: &mut Builder<'_>) -> SignalId {
    // A blank can't be in a list's name, so a term never meets one.
    let name = format!("term {words}");
    signals.get(&name).unwrap_or_else(|| {
        let signal = signals.id(&name);
        builder.add(signal, words, Inflection::Any);
        signal
    })
}

fn own_terms(rule: &Rule) -> impl Iterator<Item = &str> {
    let patterns = [&rule.he, &rule.en].into_iter().flatten();
    let terms = patterns.flat_map(|pattern| pattern.all.iter().flat_map(|part| part.terms()));
    terms.filter_map(|term| match term {
        Term::Words(words) => Some(words.as_str()),
        Term::List(_) => None,
    })
}

/// Adds every list, with the words of those it includes.
fn add_lists(lists: &[List], signals: &mut Signals, builder: &mut Builder<'_>) {
    let by_name: BTreeMap<(Lang, &str), &List> = lists.iter().map(|l| ((l.lang, l.id.as_str()), l)).collect();
    for list in lists {
        let signal = signals.id(&list.id);
        for part in with_included(list, &by_name) {
            builder.add_list(signal, &part.words);
        }
    }
}

/// A list and all that it includes, each once.
fn with_included<'a>(list: &'a List, by_name: &BTreeMap<(Lang, &str), &'a List>) -> Vec<&'a List> {
    let mut seen = BTreeSet::from([list.id.as_str()]);
    let mut out = vec![list];
    let mut next = 0;
    while let Some(current) = out.get(next).copied() {
        for included in &current.words.includes {
            if let Some(found) = by_name.get(&(list.lang, included.as_str())).filter(|_| seen.insert(included)) {
                out.push(found);
            }
        }
        next += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{readings::Readings, words::Words};

    #[test]
    fn a_vocabulary_is_read_back_as_it_was() {
        let words = amana_pack::Words { nouns: vec!["boss".to_owned()], ..Default::default() };
        let list = List { lang: Lang::En, id: "boss".to_owned(), words };
        let made = Vocabulary::of(&Pack { lists: vec![list], ..Pack::default() });
        let read = Vocabulary::from_bytes(made.to_bytes().leak()).unwrap();
        assert_eq!(read, made);
        let hits = read.lexicon.find(&Readings::of(&Words::read("both bosses left")));
        assert_eq!(
            hits.iter().map(|hit| (hit.first, Some(hit.signal))).collect::<Vec<_>>(),
            [(1, read.signals.get("boss"))]
        );
        assert_eq!(Vocabulary::from_bytes(b"something else"), None);
    }
}
