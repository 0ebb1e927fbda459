//! Reading a pack from the folder that its authors write.
//!
//! `rules/*.toml` one rule a file, `lists/he/*.toml` and `lists/en/*.toml` one list a file, `irregular.en.toml` the irregular
//! forms of English words. Errors carry a code, the file and line, and the line itself: authors are not programmers.

use std::{
    collections::BTreeMap,
    fmt, fs,
    path::{Path, PathBuf},
};

use amana_charter::Lang;
use serde::de::DeserializeOwned;

use crate::{Context, Example, List, Pack, Pattern, Rule, Term, Words};

/// What is wrong in a pack, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A permanent code, such as `P004`.
    pub code: &'static str,
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What was found and what to do.
    pub message: String,
    /// The line itself.
    pub quoted: String,
}

impl Problem {
    /// A problem at the first line of `text` that holds `needle`.
    #[must_use]
    pub fn at(file: &Path, text: &str, needle: &str, code: &'static str, message: String) -> Self {
        let line = text.lines().position(|line| line.contains(needle)).map_or(1, |index| index + 1);
        Self::in_line(file, text, line, code, message)
    }

    /// A problem in a line, from 1, of the `text` of `file`.
    #[must_use]
    pub fn in_line(file: &Path, text: &str, line: usize, code: &'static str, message: String) -> Self {
        let quoted = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().to_owned();
        Self { code, file: file.to_owned(), line, message, quoted }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}:{}: {}", self.code, self.file.display(), self.line, self.message)?;
        if self.quoted.is_empty() { Ok(()) } else { write!(f, "\n    {}", self.quoted.trim()) }
    }
}

/// Everything that is wrong in a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|problem| writeln!(f, "{problem}"))
    }
}

/// Signals that need no list: what the checker finds by itself or the charter gives.
const GIVEN: [&str; 12] = [
    "company",
    "brands",
    "people",
    "competitors",
    "customers",
    "suppliers",
    "projects", // names
    "number",
    "money",
    "percent",
    "amount",
    "date", // numbers
];

/// Fewest `flags` and `allows` of a rule in a language.
const EXAMPLES: usize = 2;

/// What a file of a pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A list of words in this language.
    List(Lang),
    /// A rule.
    Rule,
    /// The irregular forms of English words.
    Irregular,
}

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it holds.
    pub kind: Kind,
    /// Where it lies; its name without the ending is the id of what it holds.
    pub path: PathBuf,
    /// What is written in it.
    pub text: String,
}

/// Reads and checks a pack.
///
/// # Errors
/// Every problem in every file, not the first one alone.
pub fn read_dir(dir: &Path) -> Result<Pack, Problems> {
    let mut problems = Problems::default();
    let folders = [(Kind::List(Lang::He), "lists/he"), (Kind::List(Lang::En), "lists/en"), (Kind::Rule, "rules")];
    let listed = folders.into_iter().flat_map(|(kind, folder)| files(&dir.join(folder)).map(move |path| (kind, path)));
    let irregular = Some(dir.join("irregular.en.toml")).filter(|path| path.exists());
    let found = listed.chain(irregular.map(|path| (Kind::Irregular, path)));
    let sources: Vec<Source> = found.filter_map(|(kind, path)| load(kind, path, &mut problems)).collect();
    read_with(&sources, problems)
}

/// Reads and checks a pack whose files were read already.
///
/// # Errors
/// Every problem in every file, not the first one alone.
pub fn read(sources: &[Source]) -> Result<Pack, Problems> {
    read_with(sources, Problems::default())
}

/// Reads one file's TOML.
///
/// # Errors
/// Where it is not TOML, or not of the form that is wanted.
pub fn parse_toml<T: DeserializeOwned>(file: &Path, text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        // The line that the place is in, also where it begins one; behind the end of the text, the last.
        let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        Problem::in_line(file, text, line.min(text.lines().count().max(1)), "P002", error.message().to_owned())
    })
}

/// The TOML files of a folder, by name; a folder that is not there has none.
pub fn files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path());
    let mut paths: Vec<PathBuf> = entries.filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    paths.sort();
    paths.into_iter()
}

fn load(kind: Kind, path: PathBuf, problems: &mut Problems) -> Option<Source> {
    match fs::read_to_string(&path) {
        Ok(text) => Some(Source { kind, path, text }),
        Err(error) => {
            let (message, quoted) = (error.to_string(), String::new());
            problems.0.push(Problem { code: "P001", file: path, line: 1, message, quoted });
            None
        }
    }
}

/// `problems` are those of the files that are not among `sources`.
fn read_with(sources: &[Source], problems: Problems) -> Result<Pack, Problems> {
    let mut reader = Reader { problems };
    let mut pack = Pack::default();
    let mut rules = Vec::new();
    for source in sources {
        match source.kind {
            Kind::List(lang) => pack.lists.extend(reader.list(source, lang)),
            Kind::Rule => rules.extend(reader.parse::<Rule>(source).map(|rule| (source, rule))),
            Kind::Irregular => pack.irregular.extend(reader.parse::<Irregular>(source).unwrap_or_default()),
        }
    }
    for (source, rule) in rules {
        reader.check_rule(source, &rule, &pack.lists);
        pack.rules.push(rule);
    }
    if reader.problems.0.is_empty() { Ok(pack) } else { Err(reader.problems) }
}

impl Source {
    fn id(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }
}

type Irregular = BTreeMap<String, Vec<String>>;

struct Reader {
    problems: Problems,
}

impl Reader {
    fn list(&mut self, source: &Source, lang: Lang) -> Option<List> {
        self.parse::<Words>(source).map(|words| List { lang, id: source.id(), words })
    }

    fn parse<T: DeserializeOwned>(&mut self, source: &Source) -> Option<T> {
        parse_toml(&source.path, &source.text).map_err(|problem| self.problems.0.push(problem)).ok()
    }

    fn check_rule(&mut self, source: &Source, rule: &Rule, lists: &[List]) {
        if rule.id != source.id() {
            let message = format!("the id is `{}`; it must be the file's name, `{}`", rule.id, source.id());
            self.at(source, "id", "P003", message);
        }
        for (key, value) in [("since", &rule.since), ("why", &rule.why)] {
            if value.trim().is_empty() {
                self.at(source, key, "P004", format!("`{key}` is missing; write it, for the rule's readers"));
            }
        }
        let patterns: Vec<(Lang, &Pattern)> =
            [Lang::He, Lang::En].into_iter().filter_map(|l| Some((l, rule.pattern(l)?))).collect();
        if patterns.is_empty() {
            self.add(source, "P005", 1, "the rule has no pattern; write [he] or [en]".to_owned());
        }
        for (lang, pattern) in patterns {
            self.check_lists(source, pattern, lists);
            self.check_examples(source, lang, pattern);
        }
    }

    fn check_lists(&mut self, source: &Source, pattern: &Pattern, lists: &[List]) {
        let parts = pattern.all.iter().flat_map(|part| part.terms());
        let named = parts.filter_map(|term| if let Term::List(list) = term { Some(list) } else { None });
        let places = pattern.needs.iter().chain(&pattern.not);
        let asked = places.filter_map(|place| if let Context::Has(list) = place { Some(list) } else { None });
        for list in named.chain(asked) {
            if !GIVEN.contains(&list.as_str()) && !lists.iter().any(|l| l.id == *list) {
                self.at(
                    source,
                    &format!("@{list}"),
                    "P006",
                    format!("there is no list @{list}; make lists/he/{list}.toml or lists/en/{list}.toml"),
                );
            }
        }
        if pattern.all.is_empty() {
            self.at(source, "all", "P007", "`all` is empty; name what must come together".to_owned());
        }
    }

    fn check_examples(&mut self, source: &Source, lang: Lang, pattern: &Pattern) {
        for (key, examples) in [("flags", &pattern.flags), ("allows", &pattern.allows)] {
            if examples.len() < EXAMPLES {
                let message = format!("[{lang:?}] has {} `{key}`; write at least {EXAMPLES}", examples.len());
                self.at(source, key, "P008", message);
            }
        }
        for text in pattern.flags.iter().chain(&pattern.allows) {
            if let Err(error) = Example::parse(text) {
                self.at(source, text, "P009", error.to_string());
            }
        }
        for text in &pattern.flags {
            if !text.contains("[[") {
                self.at(source, text, "P010", "a `flags` example marks no words; put [[ ]] around them".to_owned());
            }
        }
    }

    /// Adds a problem at the first line that holds `needle`.
    fn at(&mut self, source: &Source, needle: &str, code: &'static str, message: String) {
        self.problems.0.push(Problem::at(&source.path, &source.text, needle, code, message));
    }

    fn add(&mut self, source: &Source, code: &'static str, line: usize, message: String) {
        self.problems.0.push(Problem::in_line(&source.path, &source.text, line, code, message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_breaks_off_is_told_in_its_last_line() {
        let problem =
            parse_toml::<toml::Table>(Path::new("rules/a.toml"), "id = \"a\"\nflags = \"\"\"x\n").unwrap_err();
        assert_eq!((problem.line, problem.quoted.as_str()), (2, "flags = \"\"\"x"));
    }
}
