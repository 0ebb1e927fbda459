//! `amana names`: names of accounts for a person to read about, many as JSON lines, or labelled ones to measure against.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::Path,
};

use amana_charter::{Category, Charter, Lang};
use amana_checker::{BrandUse, Checker};
use amana_messages::say;
use serde::{Deserialize, Serialize};

use crate::{
    NamesArgs, Outcome,
    check::system_language,
    input::{self, Failure, Id, written},
};

#[derive(Deserialize)]
struct Asked {
    id: Id,
    name: String,
    /// What is called so; every kind is read alike.
    #[serde(default, rename = "kind")]
    _kind: Option<String>,
}

/// What is answered to a line; `start` and `end` in UTF-16 code units of the name.
#[derive(Serialize)]
struct Answer {
    id: Id,
    uses_brand: bool,
    brand: Option<String>,
    how: Option<&'static str>,
    why: Option<String>,
    start: Option<u32>,
    end: Option<u32>,
}

#[derive(Deserialize)]
struct Labelled {
    id: String,
    name: String,
    uses_brand: bool,
    #[serde(default)]
    technique: String,
}

/// Runs `amana names`.
pub fn names(args: &NamesArgs) -> Result<Outcome, Failure> {
    let charter = input::charter(args.charter.as_deref())?;
    let asked = Asker { lang: args.lang.map_or_else(system_language, Lang::from), checker: Checker::new(&charter).0 };
    match &args.measure {
        Some(file) => asked.measure(file, args.show),
        None if args.jsonl => {
            let file = args.names.first().map(Path::new);
            input::lines(file, r#"{"id": …, "name": "…"}"#, |line: Asked| asked.answer(line))
        }
        None => asked.tell(&args.names, &charter).map_err(|error| written(&error)),
    }
}

/// What answers.
struct Asker {
    checker: Checker,
    lang: Lang,
}

impl Asker {
    fn why(&self, found: BrandUse, name: &str) -> String {
        let says = found.finding(name).says;
        say(self.lang, &says.key, &says.args())
    }

    fn answer(&self, Asked { id, name, .. }: Asked) -> (Answer, bool) {
        let found = self.checker.brand_use(&name);
        let answer = Answer {
            id,
            uses_brand: found.is_some(),
            brand: found.as_ref().map(|found| found.brand.clone()),
            how: found.as_ref().map(|found| found.how.as_str()),
            start: found.as_ref().map(|found| found.span.start),
            end: found.as_ref().map(|found| found.span.end),
            why: found.map(|found| self.why(found, &name)),
        };
        let any = answer.uses_brand;
        (answer, any)
    }

    fn tell(&self, names: &[String], charter: &Charter) -> io::Result<Outcome> {
        let mut out = io::stdout().lock();
        let mut outcome = Outcome::Nothing;
        for name in names {
            let Some(found) = self.checker.brand_use(name) else {
                writeln!(out, "{name}  {}", say(self.lang, "names-nothing", &[]))?;
                continue;
            };
            outcome = Outcome::Found;
            writeln!(out, "{name}  [{}]", found.how.as_str())?;
            writeln!(out, "    {}", self.why(found, name))?;
            writeln!(out, "    {}", charter.clause(Category::BrandAccount, self.lang))?;
        }
        Ok(outcome)
    }

    /// Prints how many of the labelled names are judged as they are labelled.
    fn measure(&self, file: &Path, show: bool) -> Result<Outcome, Failure> {
        let names: Vec<Labelled> = input::all_lines(file)?;
        let mut shares = Shares::default();
        for Labelled { id, name, uses_brand, technique } in names {
            let found = self.checker.brand_use(&name);
            shares.count(uses_brand, &technique, found.is_some());
            if show && found.is_some() != uses_brand {
                let what = found.map_or("missed".to_owned(), |f| format!("wrongly {}, {}", f.brand, f.how.as_str()));
                println!("{id}  {technique}  {name}  {what}");
            }
        }
        shares.print();
        Ok(Outcome::Nothing)
    }
}

/// How many names of each technique were found, by whether they use a brand.
#[derive(Default)]
struct Shares(BTreeMap<(bool, String), (u32, u32)>);

impl Shares {
    fn count(&mut self, uses_brand: bool, technique: &str, found: bool) {
        let (count, of) = self.0.entry((uses_brand, technique.to_owned())).or_default();
        *count += u32::from(found);
        *of += 1;
    }

    fn print(&self) {
        for (uses_brand, what) in [(true, "names that use a brand"), (false, "names that use none")] {
            let of_kind = self.0.iter().filter(|((uses, _), _)| *uses == uses_brand);
            let (found, of) = of_kind.clone().fold((0, 0), |(found, of), (_, (f, o))| (found + f, of + o));
            line(what, found, of);
            of_kind.for_each(|((_, technique), (found, of))| line(&format!("  {technique}"), *found, *of));
        }
    }
}

fn line(what: &str, found: u32, of: u32) {
    let share = 100.0 * f64::from(found) / f64::from(of.max(1));
    println!("{what:<32}{share:6.2}%  {found:>5} of {of:>5} found");
}

#[cfg(test)]
mod tests {
    use amana_checker::How;

    use super::*;

    #[test]
    fn every_how_has_its_sentence() {
        for how in How::ALL {
            let key = format!("saw-brand-{}", how.as_str());
            assert!([Lang::He, Lang::En].into_iter().all(|lang| amana_messages::has(lang, &key)), "{key}");
        }
    }
}
