//! `amana charter show`: a charter for people to read, as Markdown or as a page for a wiki.
//!
//! It tells what employees are asked to do. Whose names the charter holds (people, competitors, customers, suppliers, projects) it
//! does not tell: a page that everybody may open is no place for them.

use std::{
    fmt::{self, Display, Formatter},
    io::{self, Write},
    path::PathBuf,
};

use amana_charter::{Category, Charter, Lang, Level};
use amana_messages::say;
use clap::Args;

use crate::{
    Language, Outcome, check, docs,
    input::{self, Failure, written},
};

/// Arguments of `amana charter show`.
#[derive(Args)]
pub struct ShowArgs {
    /// As a page of its own (HTML); without it, as Markdown
    #[arg(long)]
    html: bool,
    /// The language; otherwise the system's
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// The charter (JSON); without it, the general rules
    file: Option<PathBuf>,
}

/// Runs `amana charter show`.
pub fn show(args: &ShowArgs) -> Result<Outcome, Failure> {
    let charter = input::charter(args.file.as_deref())?;
    let lang = args.lang.map_or_else(check::system_language, Lang::from);
    let sheet = Sheet::new(&charter, lang);
    let text = if args.html { Html(&sheet).to_string() } else { Markdown(&sheet).to_string() };
    io::stdout().write_all(text.as_bytes()).map_err(|error| written(&error))?;
    Ok(Outcome::Nothing)
}

/// What is told of a charter, in one language.
struct Sheet {
    lang: Lang,
    title: String,
    /// Lines under the title.
    intro: Vec<String>,
    sections: Vec<Section>,
}

/// A clause, or what else has a heading.
struct Section {
    heading: String,
    /// The company's own words.
    clause: String,
    /// Lines below them.
    lines: Vec<String>,
}

impl Sheet {
    fn new(charter: &Charter, lang: Lang) -> Self {
        let version = charter.version.as_deref().map(|v| say(lang, "popup-charter-version", &[("version", v)]));
        let spoken = Category::ALL.into_iter().filter(|category| charter.level(*category) > Level::Quiet);
        let clauses = spoken.map(|category| Section {
            heading: say(lang, &format!("category-{category}"), &[]),
            clause: charter.clause(category, lang).to_owned(),
            lines: vec![charter.advice(category, lang).to_owned()],
        });
        Self {
            lang,
            title: charter.title.get(lang).unwrap_or_default().to_owned(),
            intro: version.into_iter().chain([say(lang, "popup-promise", &[])]).collect(),
            sections: clauses.chain(accounts(charter, lang)).chain(contact(charter, lang)).collect(),
        }
    }
}

fn accounts(charter: &Charter, lang: Lang) -> Option<Section> {
    let accounts: Vec<String> = charter.company.official_accounts.iter().map(ToString::to_string).collect();
    let heading = say(lang, "show-accounts", &[]);
    (!accounts.is_empty()).then(|| Section { heading, clause: String::new(), lines: accounts })
}

fn contact(charter: &Charter, lang: Lang) -> Option<Section> {
    let contact = charter.contact.as_ref()?;
    let lines = contact.name.iter().chain([&contact.email]).cloned().collect();
    Some(Section { heading: say(lang, "show-contact", &[]), clause: String::new(), lines })
}

struct Markdown<'a>(&'a Sheet);

impl Display for Markdown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Sheet { title, intro, sections, .. } = self.0;
        writeln!(f, "# {}", plain(title))?;
        intro.iter().try_for_each(|line| writeln!(f, "\n{}", plain(line)))?;
        for Section { heading, clause, lines } in sections {
            writeln!(f, "\n## {}", plain(heading))?;
            if !clause.is_empty() {
                writeln!(f, "\n> {}", plain(clause))?;
            }
            lines.iter().try_for_each(|line| writeln!(f, "\n{}", plain(line)))?;
        }
        Ok(())
    }
}

/// Text that Markdown takes for nothing else, on one line.
fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().fold(String::with_capacity(line.len()), |mut out, c| {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

struct Html<'a>(&'a Sheet);

/// Logical properties only, so that one style serves both directions.
const STYLE: &str = "body { max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem; font: 1.1rem/1.6 system-ui, sans-serif; \
    color: #1c2733; background: #fff }\n\
    blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: .25rem solid #2b6cb0; font-weight: 600 }\n\
    @media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #11181f } blockquote { border-color: #63a4e8 } }";

impl Display for Html<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Sheet { lang, title, intro, sections } = self.0;
        let title = docs::escaped(title);
        writeln!(
            f,
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<meta charset=\"utf-8\">",
            lang.as_str(),
            lang.dir()
        )?;
        writeln!(
            f,
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}\n</style>"
        )?;
        writeln!(f, "<main>\n<h1 dir=\"auto\">{title}</h1>")?;
        paragraphs(f, intro)?;
        for Section { heading, clause, lines } in sections {
            writeln!(f, "<h2>{}</h2>", docs::escaped(heading))?;
            if !clause.is_empty() {
                writeln!(f, "<blockquote dir=\"auto\">{}</blockquote>", docs::escaped(clause))?;
            }
            paragraphs(f, lines)?;
        }
        writeln!(f, "</main>\n</html>")
    }
}

/// Each in its own direction: a charter may have a text in one language only.
fn paragraphs(f: &mut Formatter<'_>, lines: &[String]) -> fmt::Result {
    lines.iter().try_for_each(|line| writeln!(f, "<p dir=\"auto\">{}</p>", docs::escaped(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: &str = r##"{"charter": 1, "version": "<7>", "company": {"names": ["a"], "official_accounts": ["@<b>"]},
        "title": {"en": "</title><script>alert(1)</script> & *bold*\n# not a heading"},
        "contact": {"email": "a@b", "name": "\"<img src=x>"}}"##;

    fn sheet(lang: Lang) -> Sheet {
        Sheet::new(&Charter::read(ODD).unwrap().charter, lang)
    }

    #[test]
    fn nothing_in_a_charter_is_taken_for_markup() {
        let html = Html(&sheet(Lang::En)).to_string();
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"), "{html}");
        assert!(html.contains("&lt;script&gt;alert(1)"));
        let markdown = Markdown(&sheet(Lang::En)).to_string();
        assert!(
            markdown.starts_with(r"# \</title\>\<script\>alert(1)\</script\> \& \*bold\* \# not a heading"),
            "{markdown}"
        );
    }

    #[test]
    fn a_page_has_its_language_and_direction_and_asks_for_nothing_else() {
        for (lang, begin) in [(Lang::He, "lang=\"he\" dir=\"rtl\""), (Lang::En, "lang=\"en\" dir=\"ltr\"")] {
            let html = Html(&Sheet::new(&Charter::default_charter(), lang)).to_string();
            assert!(html.contains(begin));
            assert!(!html.contains("src=") && !html.contains("href=") && !html.contains("url("));
        }
    }

    #[test]
    fn names_that_a_charter_holds_are_not_published() {
        let charter = Charter::read(include_str!("../../../charters/golden-pages.json")).unwrap().charter;
        let html = Html(&Sheet::new(&charter, Lang::En)).to_string();
        let names = [&charter.people, &charter.competitors, &charter.customers, &charter.suppliers, &charter.projects];
        for name in names.into_iter().flatten() {
            assert!(!html.contains(name.name.as_str()), "{}", name.name);
        }
    }
}
