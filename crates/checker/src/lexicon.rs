//! The words that rules know, and where they stand in a sentence.
//!
//! Every word of a list is inflected once, when the lexicon is made, into a hash table from form to [`Atom`]. A term is a row of
//! atoms. Finding the terms of a sentence is then one look into the table a reading of a word.

use amana_pack::Words as ListWords;

use crate::{
    english::English,
    form_table::FormTable,
    hash::{HashKeyed, WordHash},
    hebrew::{self, Prefixes},
    stems::{Stem, term_hash},
    words::{Kind, Words},
};

/// What a rule refers to: a list, a kind of name or number, or a term of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SignalId(pub u16);

/// A lemma, with all its forms.
type Atom = u32;

/// Where a term stands: words by index in the sentence, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// What it is.
    pub signal: SignalId,
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
}

/// The words between two parts of a term that may be skipped at `…`.
const GAP: usize = 3;

/// How a lemma is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Inflection {
    /// As a noun.
    Noun,
    /// As a verb.
    Verb,
    /// As an adjective.
    Adjective,
    /// Not at all; prefix letters may hang before it.
    Fixed,
    /// As any of these.
    Any,
}

/// All terms, by the words they begin with.
pub(crate) struct Lexicon {
    english: English,
    forms: FormTable,
    atoms: HashKeyed<Atom>,
    terms: Vec<Term>,
    /// The terms that begin with an atom.
    starts: Vec<Vec<usize>>,
}

struct Term {
    signal: SignalId,
    /// The atoms behind the first, each with whether words may be skipped before it.
    rest: Vec<(Atom, bool)>,
}

impl Lexicon {
    /// Without any term.
    pub fn new(english: English) -> Self {
        Self {
            english,
            forms: FormTable::default(),
            atoms: HashKeyed::default(),
            terms: Vec::new(),
            starts: Vec::new(),
        }
    }

    /// Adds every word of a list (not of those it includes).
    pub fn add_list(&mut self, signal: SignalId, words: &ListWords) {
        let groups = [
            (&words.nouns, Inflection::Noun),
            (&words.verbs, Inflection::Verb),
            (&words.adjectives, Inflection::Adjective),
            (&words.fixed, Inflection::Fixed),
            (&words.phrases, Inflection::Any),
        ];
        for (terms, inflection) in groups {
            for term in terms {
                self.add(signal, term, inflection);
            }
        }
    }

    /// Adds a term: one word, or several in a row with `…` for a gap. Every word is inflected; one after `=` is not.
    pub fn add(&mut self, signal: SignalId, term: &str, inflection: Inflection) {
        let mut atoms = Vec::new();
        let mut gap = false;
        for part in term.split_whitespace() {
            if part == "…" {
                gap = true;
                continue;
            }
            let (part, inflection) =
                part.strip_prefix('=').map_or((part, inflection), |bare| (bare, Inflection::Fixed));
            let words = Words::read(part);
            // A mark by itself (`₪`) is a term; inside a word (`all-hands`) it is only how the word is written.
            let alone = words.all.len() == 1;
            for word in words.all.iter().filter(|w| alone || !matches!(w.kind, Kind::Mark(_))) {
                atoms.push((self.atom(words.form(word), inflection), gap));
                gap = false;
            }
        }
        let mut atoms = atoms.into_iter();
        let Some((first, _)) = atoms.next() else { return };
        self.terms.push(Term { signal, rest: atoms.collect() });
        if let Some(starts) = self.starts.get_mut(first as usize) {
            starts.push(self.terms.len() - 1);
        }
    }

    /// Every term in the sentence. `stems` holds the readings of each word.
    pub fn find(&self, stems: &[Vec<Stem>]) -> Vec<Hit> {
        let atoms: Vec<Vec<Atom>> = stems.iter().map(|readings| self.atoms_of(readings)).collect();
        let mut hits = Vec::new();
        for (first, starting) in atoms.iter().enumerate() {
            let terms = starting.iter().filter_map(|a| self.starts.get(*a as usize)).flatten();
            for term in terms.filter_map(|t| self.terms.get(*t)) {
                if let Some(last) = ends(&term.rest, &atoms, first) {
                    hits.push(Hit { signal: term.signal, first, last });
                }
            }
        }
        hits
    }

    fn atoms_of(&self, readings: &[Stem]) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = Vec::new();
        for stem in readings {
            for (atom, allowed) in self.forms.get(stem.hash) {
                if stem.prefixes.within(allowed) && !atoms.contains(&atom) {
                    atoms.push(atom);
                }
            }
        }
        atoms
    }

    fn atom(&mut self, lemma: &str, inflection: Inflection) -> Atom {
        let key = term_hash(lemma).then(WordHash::of(std::iter::once(inflection.mark())));
        if let Some(atom) = self.atoms.get(&key) {
            return *atom;
        }
        let atom = Atom::try_from(self.starts.len()).unwrap_or(Atom::MAX);
        self.starts.push(Vec::new());
        self.atoms.insert(key, atom);
        for (form, prefixes) in self.inflect(lemma, inflection) {
            self.forms.insert(term_hash(&form), atom, prefixes);
        }
        atom
    }

    fn inflect(&self, lemma: &str, inflection: Inflection) -> Vec<hebrew::Form> {
        let hebrew = lemma.starts_with(crate::fold::is_hebrew);
        match inflection {
            Inflection::Fixed => vec![(lemma.to_owned(), Prefixes::ALL)],
            _ if !hebrew => self.english.forms(lemma).into_iter().map(|form| (form, Prefixes::NONE)).collect(),
            Inflection::Noun => hebrew::noun_forms(lemma),
            Inflection::Adjective => hebrew::adjective_forms(lemma),
            Inflection::Verb => hebrew::verb_forms(lemma),
            Inflection::Any => hebrew::any_forms(lemma),
        }
    }
}

impl Inflection {
    fn mark(self) -> char {
        match self {
            Self::Noun => 'n',
            Self::Verb => 'v',
            Self::Adjective => 'a',
            Self::Fixed => 'f',
            Self::Any => '*',
        }
    }
}

/// The index of the last word of a term that begins at `first`, when the rest of it follows.
fn ends(rest: &[(Atom, bool)], atoms: &[Vec<Atom>], first: usize) -> Option<usize> {
    let mut at = first;
    for (atom, gap) in rest {
        let reach = if *gap { GAP + 1 } else { 1 };
        at = (at + 1..=at + reach).find(|i| atoms.get(*i).is_some_and(|a| a.contains(atom)))?;
    }
    Some(at)
}
