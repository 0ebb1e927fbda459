//! Names that the charter does not tell: known by salted hashes only.
//!
//! A fingerprint has two parts. The sieve, 24 bits of a quick hash, sends nearly every row of words on its way; what passes is
//! hashed with SHA-256 and compared. A slow hash would not keep a guesser off any better: whoever can afford to look at every word
//! as it is typed can afford to try a list of names.
//!
//! A name is hashed in its letters, and in each way it may sound in the other script. [`Scheme`](amana_charter::Scheme) tells how:
//! what changes here, in how words are folded or how they sound is another scheme.

use std::collections::BTreeSet;

use amana_charter::{Fingerprint, Fingerprints, MatchMode, Salt, Scheme};
use amana_words::{Hit, Kind, SignalId, Sound, WordHash, key};
use sha2::{Digest, Sha256};

use crate::{
    bits::Bits,
    names::hit,
    rows::{Part, Rows},
    transliteration::{MOST_WORDS, freedom, is_hebrew},
    written::rows_of_words,
};

/// The fingerprints of a name, in the order of their digits: of its letters, and but for `exact` names of its sound in the other
/// script. Of more than four words the first four count. Nothing for a name without letters or digits.
///
/// ```
/// use amana_charter::{MatchMode, Salt, Scheme};
/// let salt = Salt::new(*b"a random salt, 1");
/// let prints = amana_checker::fingerprints("CloudNest", MatchMode::Exact, &salt);
/// assert_eq!(prints.len(), 2); // in one word and in two
/// assert!(amana_checker::fingerprints("…", MatchMode::Close, &salt).is_empty());
/// ```
#[must_use]
pub fn fingerprints(name: &str, how: MatchMode, salt: &Salt) -> Vec<Fingerprint> {
    let rows = rows_of_words(name);
    let mut prints: BTreeSet<Fingerprint> =
        rows.iter().map(|row| Text::of_letters(row.iter().map(String::as_str)).fingerprint(salt)).collect();
    for sounds in rows.iter().filter(|_| how != MatchMode::Exact).flat_map(|row| sounds(row)) {
        prints.insert(Text::of_sounds(sounds.iter()).fingerprint(salt));
    }
    prints.into_iter().collect()
}

/// A word has at most so many spellings, and a name for each of its words; what is behind them is not hashed.
const MOST_SPELLINGS: usize = 256;

/// All fingerprints of a charter.
pub(crate) struct Prints {
    salt: Salt,
    /// The salt's own hash, for the sieve.
    salted: WordHash,
    /// Sorted.
    all: Vec<(Fingerprint, SignalId)>,
    /// The sieves: most rows of words end there.
    sieves: Bits,
}

/// The hashes of a row of words, before the salt.
#[derive(Clone, Copy)]
struct Hashes([(As, WordHash); 2]);

impl Hashes {
    fn none() -> Self {
        Self([As::Letters, As::Sound].map(|as_what| (as_what, begin(as_what))))
    }

    fn then(self, part: &Part<'_>) -> Self {
        let heard = Sound::of(part.text()).blurred();
        let of = |as_what| match as_what {
            As::Letters => part.stem.hash,
            As::Sound => WordHash::of(heard.symbols().iter().copied().map(char::from)),
        };
        Self(self.0.map(|(as_what, before)| (as_what, before.then(of(as_what)))))
    }
}

impl Prints {
    /// Of a charter; `signal` gives the signal of a kind of names.
    pub fn new(of: &Fingerprints, mut signal: impl FnMut(&str) -> SignalId) -> Self {
        let kinds = of.lists().map(|(kind, prints)| (signal(kind), prints));
        let mut all: Vec<(Fingerprint, SignalId)> =
            Vec::with_capacity(kinds.iter().map(|(_, prints)| prints.len()).sum());
        all.extend(kinds.iter().flat_map(|(signal, prints)| prints.iter().map(|print| (*print, *signal))));
        all.sort_unstable();
        let mut sieves = Bits::default();
        all.iter().for_each(|(print, _)| sieves.insert(print.sieve));
        Self { salt: of.salt, salted: salted(&of.salt), all, sieves }
    }

    /// Adds the names that the rows which begin with `start` are to `hits`.
    pub fn find<'a>(&self, rows: &mut Rows<'a>, start: Part<'a>, hits: &mut Vec<Hit>) {
        rows.walk(start, Hashes::none(), &mut |before, row| {
            let part = row.last().filter(|part| is_name_part(part.kind()))?;
            let hashes = before.then(part);
            for (as_what, hash) in hashes.0 {
                hits.extend(self.signals(as_what, hash, row).filter_map(|signal| hit(signal, row)));
            }
            (row.len() < MOST_WORDS).then_some(hashes)
        });
    }

    /// The kinds of names that a row of words is.
    fn signals(&self, as_what: As, hash: WordHash, row: &[Part<'_>]) -> impl Iterator<Item = SignalId> {
        let sieve = sieve(hash, self.salted);
        let may_be = self.sieves.may_have(sieve);
        let from = if may_be { self.all.partition_point(|(print, _)| print.sieve < sieve) } else { self.all.len() };
        let passing = self.all.iter().skip(from).take_while(move |(print, _)| print.sieve == sieve);
        let mut passing = passing.peekable();
        let hash = passing.peek().map(|_| Text::of_row(as_what, row).hash(&self.salt));
        passing.filter(move |(print, _)| Some(print.hash) == hash).map(|(_, signal)| *signal)
    }
}

/// Whether a name may have such a word.
fn is_name_part(kind: Kind) -> bool {
    matches!(kind, Kind::Hebrew | Kind::Letters | Kind::Number(_))
}

/// As what words are hashed. Not to be mixed up: the sound `kfr` is not the word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum As {
    Letters,
    Sound,
}

/// Words as they are hashed.
struct Text {
    as_what: As,
    words: Vec<Vec<u8>>,
}

impl Text {
    fn of_letters<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let words = words.take(MOST_WORDS).map(|word| key(word).collect::<String>().into_bytes());
        Self { as_what: As::Letters, words: words.collect() }
    }

    fn of_sounds<'a>(sounds: impl Iterator<Item = &'a Sound>) -> Self {
        Self { as_what: As::Sound, words: sounds.map(|sound| sound.symbols().to_vec()).collect() }
    }

    fn of_row(as_what: As, row: &[Part<'_>]) -> Self {
        match as_what {
            As::Letters => Self::of_letters(row.iter().map(Part::text)),
            As::Sound => {
                Self::of_sounds(row.iter().map(|part| Sound::of(part.text()).blurred()).collect::<Vec<_>>().iter())
            }
        }
    }

    fn fingerprint(&self, salt: &Salt) -> Fingerprint {
        let words = self.words.iter().map(|word| String::from_utf8_lossy(word));
        let hash = words.map(|word| WordHash::of(word.chars())).fold(begin(self.as_what), WordHash::then);
        Fingerprint { sieve: sieve(hash, salted(salt)), hash: self.hash(salt) }
    }

    /// The first 64 bits of SHA-256 over the scheme, the salt, as what, and the words, each behind a zero.
    fn hash(&self, salt: &Salt) -> u64 {
        let mut hasher = Sha256::new_with_prefix([Scheme::NUMBER]);
        hasher.update(salt.bytes());
        hasher.update([self.as_what.mark()]);
        for word in &self.words {
            hasher.update([0]);
            hasher.update(word);
        }
        let first = hasher.finalize().first_chunk().copied().unwrap_or_default();
        u64::from_be_bytes(first)
    }
}

impl As {
    fn mark(self) -> u8 {
        match self {
            Self::Letters => b'l',
            Self::Sound => b's',
        }
    }
}

/// Where the hash of a row of words begins.
fn begin(as_what: As) -> WordHash {
    WordHash::of(std::iter::once(char::from(as_what.mark())))
}

/// The cheap part of a fingerprint.
fn sieve(row: WordHash, salted: WordHash) -> u32 {
    row.then(salted).short() & 0xff_ffff
}

fn salted(salt: &Salt) -> WordHash {
    WordHash::of(salt.bytes().iter().copied().map(char::from))
}

/// Every way that a name may sound in the other script, with one liberty in all where it may take any. Nothing where it is not to
/// be looked for there, or is of both scripts.
fn sounds(words: &[String]) -> Vec<Vec<Sound>> {
    let hebrew = words.iter().filter(|word| is_hebrew(word)).count();
    let Some(freedom) = freedom(words).filter(|_| hebrew == 0 || hebrew == words.len()) else { return Vec::new() };
    let usual: Vec<Vec<Sound>> = words.iter().map(|word| spellings(word, 0)).collect();
    let mut all = rows_of(&usual);
    for (index, word) in words.iter().enumerate().filter(|_| freedom > 0) {
        let mut freer = usual.clone();
        freer.iter_mut().skip(index).take(1).for_each(|sounds| *sounds = spellings(word, freedom));
        all.append(&mut rows_of(&freer));
    }
    all
}

/// The blurred sounds of a word's spellings in the other script.
fn spellings(word: &str, freedom: u8) -> Vec<Sound> {
    let mut found = BTreeSet::new();
    Sound::of(word).spellings(freedom, &mut |sound, whole| {
        if whole {
            found.insert(sound.blurred());
        }
        found.len() < MOST_SPELLINGS
    });
    found.into_iter().collect()
}

/// Every row with one of each.
fn rows_of(each: &[Vec<Sound>]) -> Vec<Vec<Sound>> {
    let longer = |rows: Vec<Vec<Sound>>, next: &Vec<Sound>| {
        let with = |row: &Vec<Sound>| next.iter().map(|sound| [row.as_slice(), &[*sound]].concat()).collect::<Vec<_>>();
        rows.iter().flat_map(with).take(MOST_SPELLINGS).collect()
    };
    each.iter().fold(vec![Vec::new()], longer)
}
