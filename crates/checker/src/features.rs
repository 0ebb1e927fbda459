//! What the trained layer reads of a sentence: words, rows of letters, signals and pairs of signals.
//!
//! A feature is the hash of what it stands for, with the words it came from, so that a finding can tell which words carried it.
//! Names are read as their kind and numbers as theirs: the layer never learns a name.

use amana_words::{Hit, Kind, NAME_SIGNALS, NumberUnit, SignalId, Signals, Word, WordHash, Words, key};

/// One feature of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Feature {
    /// What it stands for.
    pub hash: u32,
    /// The first word it came from.
    pub first: u16,
    /// The last word it came from.
    pub last: u16,
}

/// Reads features.
pub(crate) struct Features {
    /// Every signal's name, hashed, by signal; names do not change where lists come and go.
    signals: Vec<WordHash>,
}

/// Kinds of features, hashed in so that they never meet.
#[derive(Clone, Copy)]
pub(crate) enum Feat {
    Word,
    Pair,
    Letters,
    Signal,
    Signals,
}

/// How many bits of its hash a feature keeps: enough that one in fifty meets another, few enough that a file of them is small.
pub(crate) const HASH_BITS: u32 = 22;

/// The shortest and the longest row of letters.
const SHORTEST: usize = 3;
const LONGEST: usize = 5;

impl Features {
    /// For the signals of a pack, the first of which are kinds of names.
    pub fn new(signals: &Signals) -> Self {
        Self { signals: signals.names().into_iter().map(|name| WordHash::of(name.chars())).collect() }
    }

    /// Gives every feature of a sentence to `out`.
    pub fn read(&self, words: &Words, hits: &[Hit], out: impl FnMut(Feature)) {
        let mut out = Out(out);
        self.tokens(words, hits, &mut out);
        Self::spelled(words, hits).for_each(|(at, word)| Self::letters(words, at, word, &mut out.0));
        self.signals(hits, &mut out);
    }

    /// Gives all of them but rows of letters to `out`.
    pub fn read_but_letters(&self, words: &Words, hits: &[Hit], out: impl FnMut(Feature)) {
        let mut out = Out(out);
        self.tokens(words, hits, &mut out);
        self.signals(hits, &mut out);
    }

    /// The words that are read letter by letter, each with its index in the sentence.
    pub fn spelled<'a>(words: &'a Words, hits: &[Hit]) -> impl Iterator<Item = (usize, &'a Word)> + use<'a> {
        let names: Vec<Hit> = hits.iter().filter(|hit| is_name(hit.signal)).copied().collect();
        let named = move |at: usize| names.iter().any(|hit| hit.first <= at && at <= hit.last);
        words
            .all
            .iter()
            .enumerate()
            .filter(move |(at, word)| matches!(word.kind, Kind::Hebrew | Kind::Letters) && !word.mention && !named(*at))
    }

    /// Gives the rows of letters of a word to `out`.
    pub fn letters(words: &Words, at: usize, word: &Word, out: impl FnMut(Feature)) {
        let form = words.form(word);
        let mut marked = Vec::with_capacity(form.len() + 2);
        marked.push('<');
        marked.extend(key(form));
        marked.push('>');
        rows(&marked, at, &mut Out(out));
    }

    /// Words, and pairs of words in a row; a name is one word.
    fn tokens(&self, words: &Words, hits: &[Hit], out: &mut Out<impl FnMut(Feature)>) {
        let names: Vec<&Hit> = hits.iter().filter(|hit| is_name(hit.signal)).collect();
        let mut before: Option<(WordHash, usize)> = None;
        let mut at = 0;
        while let Some(word) = words.all.get(at) {
            let name = names.iter().filter(|hit| hit.first == at).max_by_key(|hit| hit.last);
            let last = name.map_or(at, |hit| hit.last);
            let named = name.and_then(|hit| self.signals.get(usize::from(hit.signal.0)).copied());
            if let Some(hash) = named.or_else(|| counts_as(words, word)) {
                out.add(Feat::Word, hash, at, last);
                if let Some((other, first)) = before {
                    out.add(Feat::Pair, other.then(hash), first, last);
                }
                before = Some((hash, at));
            }
            at = last + 1;
        }
    }

    /// Each signal once, and each pair of signals.
    fn signals(&self, hits: &[Hit], out: &mut Out<impl FnMut(Feature)>) {
        let mut seen: Vec<Hit> = hits.to_vec();
        seen.sort_unstable_by_key(|hit| (hit.signal, hit.first, hit.last));
        seen.dedup_by_key(|hit| hit.signal);
        let hashed = |hit: &Hit| Some((*hit, *self.signals.get(usize::from(hit.signal.0))?));
        let seen: Vec<(Hit, WordHash)> = seen.iter().filter_map(hashed).collect();
        for (index, (a, hash)) in seen.iter().enumerate() {
            out.add(Feat::Signal, *hash, a.first, a.last);
            for (b, other) in seen.iter().skip(index + 1) {
                out.add(Feat::Signals, hash.then(*other), a.first.min(b.first), a.last.max(b.last));
            }
        }
    }
}

fn is_name(signal: SignalId) -> bool {
    usize::from(signal.0) < NAME_SIGNALS.len()
}

/// What a word counts as; nothing for most punctuation.
fn counts_as(words: &Words, word: &Word) -> Option<WordHash> {
    let fixed = |text: &str| Some(WordHash::of(text.chars()));
    match word.kind {
        _ if word.mention => fixed("<mention>"),
        Kind::Hebrew => Some(WordHash::of(key(words.form(word)))),
        Kind::Letters => fixed(root(words.form(word))),
        Kind::Emoji => fixed(words.form(word)),
        Kind::Opaque => fixed("<link>"),
        Kind::Number(number) => fixed(match number.unit {
            NumberUnit::Percent => "<percent>",
            NumberUnit::Scale => "<scale>",
            NumberUnit::Clock => "<clock>",
            NumberUnit::Date => "<date>",
            NumberUnit::Ordinal => "<ordinal>",
            NumberUnit::None if number.value < 10.0 => "<digit>",
            NumberUnit::None if number.value < 1_000.0 => "<number>",
            NumberUnit::None => "<thousands>",
        }),
        Kind::Mark('?' | '!' | '"' | '…') => fixed(words.form(word)),
        Kind::Mark(_) => None,
    }
}

/// A word without its commonest English ending. A stemmer brings more together, and nothing to what is learned.
fn root(form: &str) -> &str {
    let form = form.strip_suffix("'s").unwrap_or(form);
    let endings = ["ing", "ed", "es", "s", "ly", "e"];
    let cut = endings.into_iter().filter_map(|ending| form.strip_suffix(ending)).find(|rest| rest.len() >= SHORTEST);
    cut.unwrap_or(form)
}

/// Rows of letters of a word, its ends marked.
fn rows(letters: &[char], at: usize, out: &mut Out<impl FnMut(Feature)>) {
    let mut rest = letters;
    while let [first, behind @ ..] = rest {
        let mut hash = WordHash::EMPTY.with(*first);
        for (length, letter) in (2..=LONGEST).zip(behind) {
            hash = hash.with(*letter);
            if length >= SHORTEST {
                out.add(Feat::Letters, hash, at, at);
            }
        }
        rest = behind;
    }
}

/// Where features go.
struct Out<F>(F);

impl<F: FnMut(Feature)> Out<F> {
    #[inline(always)]
    fn add(&mut self, kind: Feat, of: WordHash, first: usize, last: usize) {
        // The kind stands above the hash, so that features of two kinds never meet.
        let hash = (of.mixed() >> (u32::BITS - HASH_BITS)) | (u32::from(kind as u8) << HASH_BITS);
        let index = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        (self.0)(Feature { hash, first: index(first), last: index(last) });
    }
}
