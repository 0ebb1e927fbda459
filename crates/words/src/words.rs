//! Words: what a sentence is made of once folded, each with its place in the original.
//!
//! A word keeps its folded form and, where letters were stretched (`soooo`) or swapped (`b0ss`), up to two other forms it may
//! have been meant as. Links, addresses and `code` are single words without a form, which nothing matches.

use crate::{
    fold::is_hebrew,
    numbers::{self, Number},
    span::Utf16Span,
    units::{Script, Unit, is_emoji, latin_twin, leet, script, units},
};

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Hebrew letters.
    Hebrew,
    /// Letters of another script, digits among them (`q3`, `b2b`).
    Letters,
    /// A number written in digits.
    Number(Number),
    /// One emoji.
    Emoji,
    /// A link, a mail address, code: nothing to read.
    Opaque,
    /// A punctuation mark or a currency sign.
    Mark(char),
}

/// One word.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Where it stands in the sentence, with Hebrew prefix letters that hang on it (`ב-LocalFind`).
    pub span: Utf16Span,
    /// What it is.
    pub kind: Kind,
    /// Whether it is part of a `@mention`: only names are looked for in it.
    pub mention: bool,
    forms: [Form; 3],
}

/// A range of bytes in [`Words::text`].
type Form = (u32, u32);

/// The words of a sentence, in order.
#[derive(Debug, Default)]
pub struct Words {
    /// The words.
    pub all: Vec<Word>,
    text: String,
}

impl Words {
    /// Reads a sentence into words.
    pub fn read(sentence: &str) -> Self {
        let units = units(sentence);
        let mut words = Self { all: Vec::with_capacity(units.len() / 4), text: String::with_capacity(sentence.len()) };
        let mut reader = Reader { units: &units, at: 0, glue: None, words: &mut words, letters: Vec::new() };
        while reader.at < reader.units.len() {
            reader.step();
        }
        words
    }

    /// The folded form of `word`; empty for what has none.
    pub fn form(&self, word: &Word) -> &str {
        self.text_of(word.forms[0])
    }

    /// Every form that `word` may be meant as, the plain one first.
    pub fn forms<'a>(&'a self, word: &'a Word) -> impl Iterator<Item = &'a str> {
        word.forms.iter().map(|form| self.text_of(*form)).filter(|form| !form.is_empty())
    }

    fn text_of(&self, (from, to): Form) -> &str {
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    fn add_form(&mut self, chars: impl Iterator<Item = char>) -> Form {
        let from = byte_len(&self.text);
        self.text.extend(chars);
        (from, byte_len(&self.text))
    }
}

/// Reads units into words, one step a word.
struct Reader<'a> {
    units: &'a [Unit],
    at: usize,
    /// Where Hebrew prefix letters began that hang on the word to come.
    glue: Option<u32>,
    words: &'a mut Words,
    /// Room to work in.
    letters: Vec<char>,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> char {
        self.units.get(self.at + ahead).map_or('\0', |u| u.c)
    }

    fn script(&self, ahead: usize) -> Option<Script> {
        self.units.get(self.at + ahead).and_then(|u| u.script)
    }

    fn step(&mut self) {
        let c = self.peek(0);
        match c {
            _ if c.is_whitespace() => self.at += 1,
            '#' | '@' if self.script(1).is_some() => self.tag(c == '@'),
            '`' => self.code(),
            _ if c.is_ascii_digit() && !self.is_swapped_word() => self.number(),
            _ if self.is_link() => self.opaque(|c| c.is_whitespace()),
            _ if self.script(0).is_some() || c.is_ascii_digit() => self.word(),
            _ if is_emoji(c) => self.single(Kind::Emoji),
            _ => self.single(Kind::Mark(c)),
        }
    }

    /// `https://…`, `www.…`, `name@host.tld`.
    fn is_link(&self) -> bool {
        let address = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-');
        if !address(self.peek(0)) {
            return false;
        }
        let rest = self.units.get(self.at..).unwrap_or_default();
        let starts = |with: &str| with.chars().eq(rest.iter().take(with.len()).map(|u| u.c));
        if starts("http") || starts("www.") {
            return starts("http://") || starts("https://") || starts("www.");
        }
        let local = rest.iter().take(64).take_while(|u| address(u.c)).count();
        let host = rest.iter().skip(local + 1).take(128).take_while(|u| address(u.c));
        rest.get(local).is_some_and(|u| u.c == '@') && local > 0 && host.filter(|u| u.c == '.').count() > 0
    }

    /// `3vil`, `5hit`: a digit that stands for a first letter.
    fn is_swapped_word(&self) -> bool {
        let latin = |ahead: usize| self.peek(ahead).is_ascii_alphabetic();
        leet(self.peek(0), 'i').is_some() && latin(1) && latin(2) && latin(3)
    }

    fn opaque(&mut self, ends: impl Fn(char) -> bool) {
        let from = self.at;
        while self.at < self.units.len() && !ends(self.peek(0)) {
            self.at += 1;
        }
        self.push(from, self.at, Kind::Opaque, [(0, 0); 3]);
    }

    /// Code between backquotes; a backquote alone is a mark.
    fn code(&mut self) {
        let rest = self.units.get(self.at + 1..).unwrap_or_default();
        match rest.iter().position(|u| u.c == '`') {
            Some(0) | None => self.single(Kind::Mark('`')),
            Some(length) => {
                let from = self.at;
                self.at += length + 2;
                self.push(from, self.at, Kind::Opaque, [(0, 0); 3]);
            }
        }
    }

    fn single(&mut self, kind: Kind) {
        let from = self.at;
        self.at += 1;
        let form = self.words.add_form(self.units.get(from).into_iter().map(|u| u.c));
        self.push(from, self.at, kind, [form, (0, 0), (0, 0)]);
    }

    fn number(&mut self) {
        let from = self.at;
        let (number, length) = numbers::read(self.units.get(from..).unwrap_or_default());
        self.at += length.max(1);
        let form = self.words.add_form(self.units.get(from..self.at).into_iter().flatten().map(|u| u.c));
        self.push(from, self.at, Kind::Number(number), [form, (0, 0), (0, 0)]);
    }

    /// `#דפי_זהב`, `#GoldenPages`, `@StarIndexIL`: the words in a tag.
    fn tag(&mut self, mention: bool) {
        self.at += 1;
        let first = self.words.all.len();
        while self.in_tag() {
            if self.peek(0) == '_' {
                self.at += 1;
            } else {
                let (from, to) = (self.at, self.at + self.tag_piece());
                self.at = to;
                self.letters(from, to);
            }
        }
        for word in self.words.all.iter_mut().skip(first) {
            word.mention = mention;
        }
    }

    fn in_tag(&self) -> bool {
        let c = self.peek(0);
        c == '_' || c.is_ascii_digit() || script(c).is_some()
    }

    /// How many units belong to one word of a tag: to the next `_`, digit or capital after a small letter.
    fn tag_piece(&self) -> usize {
        let rest = self.units.get(self.at..).unwrap_or_default();
        let joined = rest.windows(2).take_while(|pair| match pair {
            [a, b] => {
                let camel = b.capital && !a.capital;
                script(b.c).is_some() && script(a.c) == script(b.c) && !camel
            }
            _ => false,
        });
        joined.count() + 1
    }

    fn word(&mut self) {
        let from = self.at;
        if let Some(length) = self.spelled_out() {
            self.at += length;
            return self.letters(from, self.at);
        }
        self.at += self.word_length();
        if self.is_prefix_before_word(from) {
            self.glue = self.units.get(from).map(|u| u.start);
            self.at += usize::from(self.peek(0) == '-');
            return;
        }
        self.letters(from, self.at);
    }

    /// Letters one by one: `ד.פ.י`, `b-o-s-s`, `ב ו ס ס`. The length when it is so.
    fn spelled_out(&self) -> Option<usize> {
        let sep = self.peek(1);
        let least = match sep {
            '.' | '-' | '*' | '_' | '·' | '•' => 3,
            ' ' => 4,
            _ => return None,
        };
        let same = self.script(0)?;
        let letters = (0..).take_while(|i| {
            let single = self.script(i * 2) == Some(same);
            single && (*i == 0 || self.peek(i * 2 - 1) == sep)
        });
        let count = letters.count();
        let closed = self.script(count * 2 - 1).is_none();
        (count >= least && closed).then_some(count * 2 - 1)
    }

    /// How many units the word at `at` has.
    fn word_length(&self) -> usize {
        let own = self.script(0).unwrap_or(Script::European);
        let mut length = 1;
        loop {
            let c = self.peek(length);
            length += match (own, c) {
                _ if self.script(length) == Some(own) => 1,
                (Script::European, _) if c.is_ascii_digit() => 1,
                (Script::European, '@' | '$' | '!') if self.latin_after(length) => 1,
                (_, '\'') if self.script(length + 1) == Some(own) => 2,
                (Script::Hebrew, '\'') if !self.opens_quote(length) => 1,
                (Script::Hebrew, '"') if self.is_gershayim(length) => 2,
                _ => return length,
            };
        }
    }

    fn latin_after(&self, ahead: usize) -> bool {
        self.script(ahead + 1) == Some(Script::European)
    }

    /// Whether a geresh at the word's end is a quotation mark: after a letter that takes none.
    fn opens_quote(&self, ahead: usize) -> bool {
        !matches!(self.peek(ahead - 1), 'ג' | 'ז' | 'צ' | 'ת' | 'פ' | 'ר' | 'ד' | 'ח')
    }

    /// Whether the `"` belongs to an abbreviation (`ש"ח`, `מנכ"לית`) and does not open a quotation (`ש"ריצה`).
    fn is_gershayim(&self, before: usize) -> bool {
        let after = (1..8).take_while(|i| self.script(before + i) == Some(Script::Hebrew)).count();
        after == 1 || (before >= 2 && (2..=5).contains(&after))
    }

    /// Whether the Hebrew letters read since `from` are prefix letters of a word or number that follows at once.
    fn is_prefix_before_word(&self, from: usize) -> bool {
        let read = self.units.get(from..self.at).unwrap_or_default();
        let prefix = read.len() <= 4 && read.iter().all(|u| matches!(u.c, 'ו' | 'ש' | 'ה' | 'ב' | 'ל' | 'כ' | 'מ'));
        let hyphen = usize::from(self.peek(0) == '-');
        let follows = self.peek(hyphen).is_ascii_digit() || self.script(hyphen).is_some();
        prefix && follows && self.glue.is_none()
    }

    /// Adds the letters between `from` and `to` as one word.
    fn letters(&mut self, from: usize, to: usize) {
        let units = self.units.get(from..to).unwrap_or_default();
        let spelled = units.get(1).is_some_and(|u| matches!(u.c, '.' | '-' | '*' | '_' | '·' | '•' | ' '));
        let mut letters = std::mem::take(&mut self.letters);
        letters.clear();
        match spelled {
            true => letters.extend(units.iter().step_by(2).map(|u| u.c)),
            false => letters.extend(units.iter().map(|u| u.c)),
        }
        // Almost every word: it can't have been meant as any other.
        let forms = if letters.iter().all(|c| c.is_ascii_lowercase() || is_hebrew(*c)) && !is_stretched(&letters) {
            [self.words.add_form(letters.iter().copied()), (0, 0), (0, 0)]
        } else {
            put_into_one_script(&mut letters);
            self.spellings(&letters)
        };
        let hebrew = letters.first().is_some_and(|c| is_hebrew(*c));
        self.push(from, to, if hebrew { Kind::Hebrew } else { Kind::Letters }, forms);
        self.letters = letters;
    }

    /// The form as written, and what it may have been meant as.
    fn spellings(&mut self, letters: &[char]) -> [Form; 3] {
        let stretched = is_stretched(letters);
        let plain = match stretched {
            true => self.words.add_form(unstretched(letters, 1)),
            false => self.words.add_form(letters.iter().copied()),
        };
        let latin = || letters.iter().filter(|c| script(**c) == Some(Script::European)).count();
        if letters.iter().any(|c| leet(*c, 'i').is_some()) && latin() >= 2 {
            let as_letter = |one| unstretched(letters, 2).map(move |c| leet(c, one).unwrap_or(c));
            [plain, self.words.add_form(as_letter('i')), self.words.add_form(as_letter('l'))]
        } else if stretched {
            [plain, self.words.add_form(unstretched(letters, 2)), (0, 0)]
        } else {
            [plain, (0, 0), (0, 0)]
        }
    }

    fn push(&mut self, from: usize, to: usize, kind: Kind, forms: [Form; 3]) {
        let glue = self.glue.take();
        let first = self.units.get(from);
        let last = to.checked_sub(1).and_then(|i| self.units.get(i));
        if let (Some(first), Some(last)) = (first, last) {
            let span = Utf16Span { start: glue.unwrap_or(first.start), end: last.end };
            self.words.all.push(Word { span, kind, mention: false, forms });
        }
    }
}

/// Puts letters of one look into one script: a word with Latin and Cyrillic letters is meant to be read as Latin.
fn put_into_one_script(letters: &mut [char]) {
    let foreign = |c: &char| !c.is_ascii() && script(*c) == Some(Script::European);
    if letters.iter().any(foreign) && letters.iter().any(char::is_ascii_alphabetic) {
        letters.iter_mut().for_each(|c| *c = latin_twin(*c).unwrap_or(*c));
    }
}

fn is_stretched(letters: &[char]) -> bool {
    letters.windows(3).any(|w| matches!(w, [a, b, c] if a == b && b == c && a.is_alphabetic()))
}

/// The letters with every run of three or more cut to `keep`.
fn unstretched(letters: &[char], keep: usize) -> impl Iterator<Item = char> + '_ {
    letters.chunk_by(|a, b| a == b).flat_map(move |run| {
        let long = run.len() >= 3 && run.first().is_some_and(|c| c.is_alphabetic());
        run.iter().take(if long { keep } else { run.len() }).copied()
    })
}

fn byte_len(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        let words = Words::read(text);
        words.all.iter().map(|w| words.forms(w).collect::<Vec<_>>().join("|")).collect()
    }

    fn parts(text: &str) -> Vec<String> {
        Words::read(text).all.iter().map(|w| w.span.text_in(text)).collect()
    }

    #[test]
    fn reads_words_as_they_are_meant() {
        assert_eq!(forms("My b0ss is soooo nice"), ["my", "b0ss|boss|boss", "is", "so|soo", "nice"]);
        assert_eq!(forms("מטומטםםם"), ["מטומטמ|מטומטממ"]);
        assert_eq!(forms("ד.פ.י ז.ה.ב"), ["דפי", "זהב"]);
        assert_eq!(forms("ה.ב.ו.ס שלי"), ["הבוס", "שלי"]);
        assert_eq!(forms("B\u{200b}oss П\u{301}"), ["boss", "п"]);
        assert_eq!(forms("bоss"), ["boss"], "a Cyrillic о");
        assert_eq!(
            forms("#דפי_זהב #GoldenPages @StarIndexIL"),
            ["דפי", "זהב", "golden", "pages", "star", "index", "il"]
        );
        assert_eq!(forms("see https://a.b/c?d and me@x.co `rm -rf`"), ["see", "", "and", "", ""]);
    }

    #[test]
    fn keeps_hebrew_abbreviations_and_lets_quotations_go() {
        assert_eq!(forms("90 ש״ח למנכ\"לית"), ["90", "ש\"ח", "למנכ\"לית"]);
        assert_eq!(forms("אמר ש\"ריצה זה\" ג'ירה"), ["אמר", "ש", "\"", "ריצה", "זה", "\"", "ג'ירה"]);
    }

    #[test]
    fn prefix_letters_hang_on_what_follows() {
        assert_eq!(parts("ב-LocalFind וב-35% הCRM"), ["ב-LocalFind", "וב-35%", "הCRM"]);
        assert_eq!(parts("אי-אפשר"), ["אי", "-", "אפשר"]);
    }

    #[test]
    fn a_composed_and_a_decomposed_text_read_the_same() {
        assert_eq!(forms("café שָׁלוֹם"), forms("cafe\u{301} ש\u{5c1}\u{5b8}לו\u{5b9}ם"));
        assert_eq!(parts("cafe\u{301}."), ["cafe\u{301}", "."]);
    }
}
