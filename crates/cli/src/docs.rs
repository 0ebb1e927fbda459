//! The rules in words, as Markdown: what the readers of a pack want to know without reading TOML.
//!
//! Examples are HTML lists with their direction named, since Markdown has no way to say that a line runs from right to left.

use std::{
    collections::BTreeSet,
    fmt::{self, Display, Formatter},
};

use amana_charter::Lang;
use amana_pack::{Condition, Context, List, OneOf, Pack, Pattern, Rule, Term, Within, Words};

/// The rules of a pack, in the order of their ids.
pub struct Docs<'a>(pub &'a Pack);

impl Display for Docs<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "# The rules\n")?;
        writeln!(
            f,
            "Written by `amana pack docs` from the rules and lists themselves: change those, not this page.\n"
        )?;
        writeln!(f, "A word is looked for in all its forms, in Hebrew behind prefix letters too.")?;
        writeln!(f, "The words that a rule marks in an example are **bold**.")?;
        let mut rules: Vec<&Rule> = self.0.rules.iter().collect();
        rules.sort_by_key(|rule| &rule.id);
        rules.iter().try_for_each(|rule| self.rule(f, rule))
    }
}

impl Docs<'_> {
    fn rule(&self, f: &mut Formatter<'_>, rule: &Rule) -> fmt::Result {
        writeln!(f, "\n## {}\n\n{}\n", rule.id, escaped(&rule.why))?;
        writeln!(f, "| category | level | since |\n|---|---|---|")?;
        writeln!(f, "| `{}` | `{}` | {} |", rule.category.as_str(), rule.level.as_str(), rule.since)?;
        for (lang, name) in LANGS {
            if let Some(pattern) = rule.pattern(lang) {
                writeln!(f, "\n### {name}: `{}`\n", rule.id)?;
                looks_for(f, pattern)?;
                examples(f, "Flags", lang, &pattern.flags)?;
                examples(f, "Lets pass", lang, &pattern.allows)?;
            }
        }
        self.lists(f, rule)
    }

    /// The lists that a rule names, in either language.
    fn lists(&self, f: &mut Formatter<'_>, rule: &Rule) -> fmt::Result {
        let named: BTreeSet<&str> = rule.he.iter().chain(&rule.en).flat_map(named).collect();
        let known = |id: &&str| self.0.lists.iter().any(|list| list.id == **id);
        let mut rows = named.into_iter().filter(known).peekable();
        if rows.peek().is_some() {
            writeln!(f, "\n| list | what it holds | Hebrew words | English words |\n|---|---|---|---|")?;
        }
        rows.try_for_each(|id| {
            let [he, en] = LANGS.map(|(lang, _)| self.list(lang, id));
            let about = [he, en].into_iter().flatten().map(|list| list.words.about.as_str()).find(|a| !a.is_empty());
            writeln!(f, "| `@{id}` | {} | {} | {} |", cell(about.unwrap_or_default()), count(he), count(en))
        })
    }

    fn list(&self, lang: Lang, id: &str) -> Option<&List> {
        self.0.lists.iter().find(|list| list.lang == lang && list.id == id)
    }
}

const LANGS: [(Lang, &str); 2] = [(Lang::He, "Hebrew"), (Lang::En, "English")];

/// Every list, kind of name and kind of number that a pattern names.
fn named(pattern: &Pattern) -> impl Iterator<Item = &str> {
    let terms = pattern.all.iter().flat_map(OneOf::terms);
    let parts = terms.filter_map(|term| if let Term::List(id) = term { Some(id.as_str()) } else { None });
    let places = pattern.needs.iter().chain(&pattern.not);
    parts.chain(places.filter_map(|place| if let Context::Has(id) = place { Some(id.as_str()) } else { None }))
}

fn looks_for(f: &mut Formatter<'_>, pattern: &Pattern) -> fmt::Result {
    writeln!(f, "Looks for all of these {}, in any order:\n", within(pattern.within))?;
    for part in &pattern.all {
        let terms: Vec<String> = part.terms().iter().map(term).collect();
        writeln!(f, "- {}", terms.join(", or "))?;
    }
    conditions(f, "Only where", &pattern.needs)?;
    conditions(f, "Not where", &pattern.not)
}

fn within(within: Within) -> String {
    match within {
        Within::Sentence => "in one sentence".to_owned(),
        Within::TwoSentences => "in one sentence and the one before it".to_owned(),
        Within::Words(words) => format!("within {words} words"),
    }
}

fn term(term: &Term) -> String {
    match term {
        Term::List(id) => given(id).map_or_else(|| format!("a word of `@{id}`"), |what| format!("{what} (`@{id}`)")),
        Term::Words(words) => format!("the words “{}”", escaped(words)),
    }
}

/// What the charter or the checker itself gives.
fn given(id: &str) -> Option<&'static str> {
    Some(match id {
        "company" => "the company's name",
        "brands" => "one of its brands",
        "people" => "one of its people",
        "competitors" => "a competitor",
        "customers" => "a customer",
        "suppliers" => "a supplier",
        "projects" => "a project",
        "number" => "a number",
        "money" => "a sum of money",
        "percent" => "a percentage",
        "amount" => "a number in the thousands or more",
        "date" => "a date",
        _ => return None,
    })
}

fn conditions(f: &mut Formatter<'_>, begin: &str, contexts: &[Context]) -> fmt::Result {
    if contexts.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{begin}:\n")?;
    contexts.iter().try_for_each(|context| writeln!(f, "- {}", condition(context)))
}

fn condition(context: &Context) -> String {
    let (words, key) = match context {
        Context::Has(id) => return format!("{} stands in the sentence", term(&Term::List(id.clone()))),
        Context::Is(is) => (in_words(*is), is.as_str()),
    };
    format!("{words} (`{key}`)")
}

fn in_words(condition: Condition) -> &'static str {
    match condition {
        Condition::SpeakerIsUs => "the writer speaks of their own workplace",
        Condition::OthersAffair => "it is somebody else's affair",
        Condition::Published => "it is said to be public already",
        Condition::Negated => "it is denied",
        Condition::Question => "it is asked",
        Condition::Praise => "it is praise",
    }
}

fn examples(f: &mut Formatter<'_>, title: &str, lang: Lang, examples: &[String]) -> fmt::Result {
    writeln!(f, "\n{title}:\n\n<ul dir=\"{}\">", lang.dir())?;
    for example in examples {
        let marked = escaped(example).replace("[[", "<strong>").replace("]]", "</strong>");
        writeln!(f, "<li>{}</li>", marked.replace('\n', "<br>"))?;
    }
    writeln!(f, "</ul>")
}

/// How many words a list has, and from which others it takes more.
fn count(list: Option<&List>) -> String {
    let Some(Words { nouns, verbs, adjectives, fixed, phrases, includes, .. }) = list.map(|list| &list.words) else {
        return "–".to_owned();
    };
    let own: usize = [nouns, verbs, adjectives, fixed, phrases].map(Vec::len).iter().sum();
    includes.iter().fold(own.to_string(), |count, id| format!("{count}, and `@{id}`"))
}

fn cell(text: &str) -> String {
    escaped(text).replace('|', "&#124;")
}

/// Text for HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
