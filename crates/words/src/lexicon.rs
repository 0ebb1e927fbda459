//! The terms that rules know, and where they stand in a sentence.
//!
//! Every word of a term is inflected once, when the lexicon is built, into a table from form to [`Atom`]. A term is a row of
//! atoms. Finding the terms of a sentence is then one look into the table a reading of a word.

use amana_pack::Words as ListWords;

use crate::{
    arrays::{Array, Reader, Writer, starts},
    english::English,
    forms::{Form, Forms},
    hash::{HashKeyed, WordHash},
    hebrew::{self, Prefixes},
    readings::{Readings, term_hash},
    roles::Roles,
    signals::SignalId,
    words::{Kind, Words},
};

/// A lemma, with all its forms.
type Atom = u32;

/// Where a term stands: words by index in the sentence, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// What it is.
    pub signal: SignalId,
}

/// The words between two parts of a term that may be skipped at `…`.
const GAP: usize = 3;

/// How a lemma is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inflection {
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

/// All terms, by the words they begin with; made by a [`Builder`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    forms: Forms,
    /// Where the terms of each atom alone begin, and their signals.
    by_word: Array,
    word_signals: Array,
    /// Where the phrases begin whose first word is an atom.
    by_first: Array,
    /// A set of bits that tells which pairs of a first and a second word begin no phrase: almost all that meet in a sentence.
    pairs: Array,
    /// The [`Next`] word of each phrase; sorted among the phrases of one first word.
    second: Array,
    phrase_signals: Array,
    /// Where the words behind the second of each phrase begin in `further`.
    rests: Array,
    further: Array,
}

/// A further word of a phrase: the atom shifted by one; the lowest bit tells whether words may be skipped before it.
type Next = u32;

fn next(atom: Atom, gap: bool) -> Next {
    atom << 1 | u32::from(gap)
}

/// How many pairs of words the set of bits tells apart: some sixteen for each phrase of the base pack.
const PAIR_BITS: u32 = 18;

/// The index of a pair's number in the set, and its bit.
fn pair(first: Atom, second: Next) -> (usize, u32) {
    let mixed = (first.wrapping_mul(0x9e37_79b9) ^ second).wrapping_mul(0x85eb_ca6b) >> (u32::BITS - PAIR_BITS);
    ((mixed / u32::BITS) as usize, 1 << (mixed % u32::BITS))
}

/// The set of bits of these phrases.
fn pairs(phrases: &[Phrase]) -> Array {
    let mut bits = vec![0; 1 << (PAIR_BITS - u32::BITS.trailing_zeros())];
    for phrase in phrases {
        let (index, bit) = pair(phrase.first, phrase.second);
        bits.get_mut(index).into_iter().for_each(|number| *number |= bit);
    }
    bits.into_iter().collect()
}

/// What each atom does in these terms.
fn roles(atoms: usize, words: &[(Atom, SignalId)], phrases: &[Phrase]) -> Vec<Roles> {
    let mut all = vec![Roles::default(); atoms];
    let mut add = |atom: Atom, role| all.get_mut(atom as usize).into_iter().for_each(|roles| roles.add(role));
    words.iter().for_each(|(atom, _)| add(*atom, Roles::ALONE));
    for phrase in phrases {
        let gap = phrase.second & 1 == 1;
        add(phrase.first, if gap { Roles::FIRST_GAP } else { Roles::FIRST });
        add(phrase.second >> 1, if gap { Roles::SECOND_GAP } else { Roles::SECOND });
    }
    all
}

impl Lexicon {
    /// Every term in the sentence, in no particular order.
    #[must_use]
    pub fn find(&self, readings: &Readings) -> Vec<Hit> {
        if self.forms.is_empty() {
            return Vec::new();
        }
        let atoms = Atoms::of(readings, &self.forms);
        let mut hits = Vec::with_capacity(readings.words() * 2);
        for first in 0..readings.words() {
            for word in atoms.word(first) {
                if word.roles.meet(Roles::ALONE) {
                    let signals = self.word_signals.range(self.by_word.row(word.atom as usize));
                    hits.extend(signals.map(|signal| Hit { first, last: first, signal: SignalId::from(signal) }));
                }
                if word.roles.meet(Roles::FIRST) {
                    self.phrases(word.atom, false, &atoms, (first, first + 1), &mut hits);
                }
                if word.roles.meet(Roles::FIRST_GAP) {
                    let seconds = first + 1..=first + 1 + GAP;
                    seconds.for_each(|second| self.phrases(word.atom, true, &atoms, (first, second), &mut hits));
                }
            }
        }
        hits
    }

    /// Finds the phrases that begin with the word at `first`, of which `word` is the atom, and go on with the one at `second`.
    fn phrases(&self, word: Atom, gap: bool, atoms: &Atoms, (first, second): (usize, usize), hits: &mut Vec<Hit>) {
        let role = if gap { Roles::SECOND_GAP } else { Roles::SECOND };
        for wanted in
            atoms.word(second).iter().filter(|found| found.roles.meet(role)).map(|found| next(found.atom, gap))
        {
            if !self.may_begin(word, wanted) {
                continue;
            }
            let phrases = self.by_first.row(word as usize);
            let from = self.second.first_at_least(wanted, phrases.clone());
            for phrase in (from..phrases.end).take_while(|at| self.second.get(*at) == Some(wanted)) {
                let signal = self.phrase_signals.get(phrase).map(SignalId::from);
                let hit = self.ends(phrase, atoms, second).zip(signal);
                hits.extend(hit.map(|(last, signal)| Hit { first, last, signal }));
            }
        }
    }

    fn may_begin(&self, first: Atom, second: Next) -> bool {
        let (index, bit) = pair(first, second);
        self.pairs.get(index).is_some_and(|bits| bits & bit != 0)
    }

    /// The index of the last word of a phrase whose second word is at `at`, when the rest of it follows.
    fn ends(&self, phrase: usize, atoms: &Atoms, mut at: usize) -> Option<usize> {
        for further in self.further.range(self.rests.row(phrase)) {
            let (atom, gap) = (further >> 1, further & 1 == 1);
            let reach = if gap { GAP + 1 } else { 1 };
            at = (at + 1..=at + reach).find(|i| atoms.word(*i).iter().any(|found| found.atom == atom))?;
        }
        Some(at)
    }

    /// Writes the lexicon for [`Lexicon::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        self.forms.write(out);
        let words = [&self.by_word, &self.word_signals];
        let phrases = [&self.by_first, &self.pairs, &self.second, &self.phrase_signals, &self.rests, &self.further];
        words.into_iter().chain(phrases).for_each(|array| out.array(array));
    }

    /// Reads what [`Lexicon::write`] wrote.
    pub(crate) fn read(from: &mut Reader) -> Option<Self> {
        Some(Self {
            forms: Forms::read(from)?,
            by_word: from.array()?,
            word_signals: from.array()?,
            by_first: from.array()?,
            pairs: from.array()?,
            second: from.array()?,
            phrase_signals: from.array()?,
            rests: from.array()?,
            further: from.array()?,
        })
    }
}

/// The lemmas that each word of a sentence may be a form of.
struct Atoms {
    all: Vec<Found>,
    ends: Vec<usize>,
}

/// One of them.
#[derive(Clone, Copy)]
struct Found {
    atom: Atom,
    roles: Roles,
}

impl Atoms {
    fn of(readings: &Readings, forms: &Forms) -> Self {
        let words = readings.words();
        let mut out = Self { all: Vec::with_capacity(words * 4), ends: Vec::with_capacity(words) };
        for word in 0..words {
            let from = out.all.len();
            for stem in readings.word(word) {
                for lemma in forms.get(stem.hash).filter(|lemma| stem.prefixes.within(lemma.prefixes)) {
                    if out.all.iter().skip(from).all(|known| known.atom != lemma.number) {
                        out.all.push(Found { atom: lemma.number, roles: lemma.roles });
                    }
                }
            }
            out.ends.push(out.all.len());
        }
        out
    }

    fn word(&self, index: usize) -> &[Found] {
        let from = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(index).and_then(|to| self.all.get(from..*to)).unwrap_or_default()
    }
}

/// Collects terms for a [`Lexicon`].
pub struct Builder<'a> {
    english: English<'a>,
    atoms: HashKeyed<Atom>,
    forms: Vec<Form>,
    words: Vec<(Atom, SignalId)>,
    phrases: Vec<Phrase>,
}

/// Several words; sorted, they stand in the lexicon's order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Phrase {
    first: Atom,
    second: Next,
    further: Vec<Next>,
    signal: SignalId,
}

impl<'a> Builder<'a> {
    /// Without any term yet.
    #[must_use]
    pub fn new(english: English<'a>) -> Self {
        Self { english, atoms: HashKeyed::default(), forms: Vec::new(), words: Vec::new(), phrases: Vec::new() }
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
                atoms.push(next(self.atom(words.form(word), inflection), gap));
                gap = false;
            }
        }
        match atoms.as_slice() {
            [] => {}
            [word] => self.words.push((word >> 1, signal)),
            [first, second, further @ ..] => {
                self.phrases.push(Phrase { first: first >> 1, second: *second, further: further.to_vec(), signal });
            }
        }
    }

    /// The lexicon of all that was added.
    #[must_use]
    pub fn build(mut self) -> Lexicon {
        self.words.sort_unstable();
        self.words.dedup();
        self.phrases.sort_unstable();
        self.phrases.dedup();
        let (words, phrases, atoms) = (&self.words, &self.phrases, self.atoms.len());
        let roles = roles(atoms, words, phrases);
        let further = phrases.iter().enumerate().flat_map(|(index, phrase)| phrase.further.iter().map(move |_| index));
        Lexicon {
            forms: Forms::new(self.forms, &roles),
            by_word: starts(atoms, words.iter().map(|(atom, _)| *atom as usize)),
            word_signals: words.iter().map(|(_, signal)| u32::from(signal.0)).collect(),
            by_first: starts(atoms, phrases.iter().map(|phrase| phrase.first as usize)),
            pairs: pairs(phrases),
            second: phrases.iter().map(|phrase| phrase.second).collect(),
            phrase_signals: phrases.iter().map(|phrase| u32::from(phrase.signal.0)).collect(),
            rests: starts(phrases.len(), further),
            further: phrases.iter().flat_map(|phrase| phrase.further.iter().copied()).collect(),
        }
    }

    fn atom(&mut self, lemma: &str, inflection: Inflection) -> Atom {
        let key = term_hash(lemma).then(WordHash::of(std::iter::once(inflection.mark())));
        if let Some(atom) = self.atoms.get(&key) {
            return *atom;
        }
        let atom = Atom::try_from(self.atoms.len()).unwrap_or(Atom::MAX);
        self.atoms.insert(key, atom);
        let forms = self.inflect(lemma, inflection).into_iter();
        let form = |(form, prefixes): hebrew::Form| Form {
            hash: term_hash(&form).short(),
            lemma: atom,
            prefixes: prefixes.bits(),
        };
        self.forms.extend(forms.map(form));
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
