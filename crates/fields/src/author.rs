//! Reading what authors write: words of fields, and sites.
//!
//! `fields/markup.toml` and one file a language beside it, `sites/*.toml` one file a site. Errors carry a code, the file and
//! line, the line itself, and what to do: authors are not programmers. docs/sites.md tells the form.

use std::{collections::BTreeMap, fs, path::Path};

use amana_pack::author::{Problem, Problems, files, parse_toml};
use serde::de::DeserializeOwned;

use crate::{AccountPlace, Description, FieldRule, Guide, Kind, Site, Term, Words};

/// Reads and checks the folder that holds `fields` and `sites`.
///
/// # Errors
/// Every problem in every file, not the first one alone.
pub fn read_dir(dir: &Path) -> Result<Guide, Problems> {
    let mut reader = Reader::default();
    let guide = Guide {
        markup: reader.load(&dir.join("fields/markup.toml"), |_, _, _| {}).unwrap_or_default(),
        words: ["en", "he"].iter().filter_map(|lang| reader.words(&dir.join(format!("fields/{lang}.toml")))).collect(),
        sites: files(&dir.join("sites")).filter_map(|path| reader.site(&path)).collect(),
    };
    if reader.problems.0.is_empty() { Ok(guide) } else { Err(reader.problems) }
}

/// Reads and checks one site's file, of which `text` is the content.
///
/// # Errors
/// Every problem in it.
pub fn read_site(file: &Path, text: &str) -> Result<Site, Problems> {
    let mut reader = Reader::default();
    let site = reader.parse(File { path: file, text }, Reader::check_site);
    site.filter(|_| reader.problems.0.is_empty()).ok_or(reader.problems)
}

/// Reads and checks the words of one language.
///
/// # Errors
/// Every problem in them.
pub fn read_words(file: &Path, text: &str) -> Result<Words, Problems> {
    let mut reader = Reader::default();
    let words = reader.parse(File { path: file, text }, Reader::check_words);
    words.filter(|_| reader.problems.0.is_empty()).ok_or(reader.problems)
}

#[derive(Default)]
struct Reader {
    problems: Problems,
    /// Which site's file gave a pattern.
    patterns: BTreeMap<String, String>,
}

/// A file that is being read.
#[derive(Clone, Copy)]
struct File<'a> {
    path: &'a Path,
    text: &'a str,
}

/// Lists that contradict each other: a term stands in one of them.
const APART: [(&str, &str); 7] = [
    ("never", "private"),
    ("never", "name"),
    ("never", "user_name"),
    ("never", "post"),
    ("name", "user_name"),
    ("name", "post"),
    ("making", "log_in"),
];

impl Reader {
    fn words(&mut self, path: &Path) -> Option<Words> {
        self.load(path, Self::check_words)
    }

    fn site(&mut self, path: &Path) -> Option<Site> {
        let site: Site = self.load(path, Self::check_site)?;
        let text = fs::read_to_string(path).unwrap_or_default();
        for pattern in &site.matches {
            if let Some(other) = self.patterns.insert(pattern.as_str().to_owned(), site.name.clone()) {
                let message = format!("{other} has this pattern too; leave it to one of them");
                self.at(File { path, text: &text }, pattern.as_str(), "S004", message);
            }
        }
        Some(site)
    }

    fn load<T: DeserializeOwned>(&mut self, path: &Path, check: fn(&mut Self, File<'_>, &T)) -> Option<T> {
        match fs::read_to_string(path) {
            Ok(text) => self.parse(File { path, text: &text }, check),
            Err(error) => {
                self.problems.0.push(Problem::in_line(path, "", 1, "P001", error.to_string()));
                None
            }
        }
    }

    fn parse<T: DeserializeOwned>(&mut self, file: File<'_>, check: fn(&mut Self, File<'_>, &T)) -> Option<T> {
        let read = parse_toml(file.path, file.text).map_err(|problem| self.problems.0.push(problem)).ok()?;
        check(self, file, &read);
        Some(read)
    }

    fn check_words(&mut self, file: File<'_>, words: &Words) {
        let lists = words.lists();
        for (name, terms) in lists {
            if terms.is_empty() {
                self.at(file, name, "W001", format!("`{name}` has no words; write at least one"));
            }
            terms.iter().for_each(|term| self.check_term(file, term));
        }
        for (one, other) in APART {
            let of = |name| lists.iter().find(|(list, _)| *list == name).map(|(_, terms)| *terms).unwrap_or_default();
            for term in of(one).iter().filter(|term| of(other).contains(term)) {
                let message = format!("`{}` stands in `{one}` and in `{other}`; leave it in one", term.as_str());
                self.at(file, &quoted(term.as_str()), "W003", message);
            }
        }
    }

    fn check_term(&mut self, file: File<'_>, term: &Term) {
        let tidy = term.tidy();
        if tidy != term.as_str() || tidy.is_empty() {
            let message = format!("words of pages are read in small letters, without signs; write \"{tidy}\"");
            self.at(file, &quoted(term.as_str()), "W002", message);
        }
    }

    fn check_site(&mut self, file: File<'_>, site: &Site) {
        if site.name.trim().is_empty() {
            self.at(file, "name", "S001", "`name` is empty; write what people call the site".to_owned());
        }
        if site.matches.is_empty() && site.markers.is_empty() {
            let message =
                "it is not said where this is; write `matches` for a site, `markers` for software that runs anywhere";
            self.at(file, "name", "S002", message.to_owned());
        }
        for (rule, number) in site.fields.iter().zip(1..) {
            self.check_rule(file, rule, number);
        }
        self.check_order(file, site);
        site.accounts.iter().for_each(|place| self.check_place(file, place));
    }

    fn check_rule(&mut self, file: File<'_>, rule: &FieldRule, number: usize) {
        let needle = quoted(&rule.why);
        if rule.why.trim().is_empty() {
            let message = format!("[[field]] {number} has no `why`; write where one comes to see such a field");
            self.at(file, "why = \"\"", "S003", message);
        }
        let nothing = Description::default();
        let conditions = rule.conditions(&nothing);
        if conditions.iter().all(|(_, globs, _)| globs.is_empty()) {
            let names: Vec<&str> = conditions.iter().map(|(name, ..)| *name).collect();
            let message = format!("it fits every field of the site; write at least one of {}", names.join(", "));
            self.at(file, &needle, "S005", message);
        }
        for glob in conditions.iter().flat_map(|(_, globs, _)| *globs) {
            if glob.as_str().trim_matches('*').is_empty() {
                self.at(file, &quoted(glob.as_str()), "S006", "this fits everything; leave it out".to_owned());
            }
        }
    }

    /// A refusal below a permission could be passed by.
    fn check_order(&mut self, file: File<'_>, site: &Site) {
        let refused = site.fields.iter().skip_while(|rule| rule.is == Kind::Never);
        for rule in refused.filter(|rule| rule.is == Kind::Never) {
            let message = "a field that is never read stands below others; move it above them".to_owned();
            self.at(file, &quoted(&rule.why), "S007", message);
        }
    }

    fn check_place(&mut self, file: File<'_>, place: &AccountPlace) {
        let open = |a: char, b: char| place.selector.matches(a).count() != place.selector.matches(b).count();
        let odd = place.selector.matches('"').count() % 2 == 1;
        if place.selector.trim().is_empty() || open('[', ']') || open('(', ')') || odd {
            let message = "this is no CSS selector; close every bracket and quote".to_owned();
            self.at(file, "selector", "S008", message);
        }
    }

    fn at(&mut self, file: File<'_>, needle: &str, code: &'static str, message: String) {
        self.problems.0.push(Problem::at(file.path, file.text, needle, code, message));
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
