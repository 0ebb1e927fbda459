//! Making a checker: from the pack's vocabulary and rules and the charter's names to tables.

use std::collections::{BTreeMap, BTreeSet};

use amana_charter::{Category, Charter, Lang, Level, Name};
use amana_pack::{Context, OneOf, Rule, Term};
use amana_words::{Builder, English, Lexicon, SignalId, Signals, Vocabulary, add_term};

use crate::{
    account::Accounts,
    features::Features,
    fingerprints::Prints,
    layer::{Layer, PerCategory, Tally},
    names::{Given, Names},
    place::PlaceSignals,
    recent::Recent,
    rules::{Compiled, Requirement},
    scan::NumberSignals,
};

/// Everything a checker looks things up in.
pub(crate) struct Tables {
    /// The pack's terms.
    pub lexicon: Lexicon,
    /// The terms of the charter's own rules.
    pub own_lexicon: Lexicon,
    pub names: Names,
    pub rules: Vec<Compiled>,
    pub numbers: NumberSignals,
    pub place: PlaceSignals,
    pub accounts: Accounts,
    pub features: Features,
    pub layer: &'static Layer,
    /// What the rows of letters of words add up to in the layer's eyes.
    pub letters: Recent<Tally>,
    /// The ids of the pack's rules: those that are not the charter's own.
    pub base_rules: BTreeSet<String>,
    /// The charter's level for each category of the text.
    pub levels: PerCategory<Level>,
}

/// A rule that could not be used; it is left out, the others stay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{found}; the rule is left out", .place.map(|(line, column)| format!("line {line}, column {column}: ")).unwrap_or_default())]
pub struct RuleProblem {
    /// Where in the charter the rule begins: line and column, from 1. Nothing for a rule of the pack.
    pub place: Option<(usize, usize)>,
    /// What is wrong with it.
    pub found: String,
}

/// A rule, and where in the charter it begins.
pub(crate) struct Own {
    pub rule: Rule,
    pub place: (usize, usize),
}

impl Own {
    /// Reads the charter's own rules; also those that are none.
    pub fn all(charter: &Charter) -> (Vec<Self>, Vec<RuleProblem>) {
        let (mut rules, mut problems) = (Vec::new(), Vec::new());
        for raw in &charter.rules {
            let place = (raw.line(), raw.column());
            match serde_json::from_str(raw.json()) {
                Ok(rule) => rules.push(Self { rule, place }),
                Err(error) => problems.push(RuleProblem { place: Some(place), found: not_a_rule(&error.to_string()) }),
            }
        }
        (rules, problems)
    }
}

/// What `serde_json` says, without its place: that counts from the rule's beginning.
fn not_a_rule(error: &str) -> String {
    let said = error.rsplit_once(" at line ").map_or(error, |(said, _)| said);
    format!("not a rule: {said}")
}

/// What a checker is made of besides the charter.
pub(crate) struct Base<'a> {
    /// The pack's vocabulary.
    pub vocabulary: Vocabulary,
    /// Its rules.
    pub rules: &'a [Rule],
    /// Its irregular English forms, by base form.
    pub irregular: &'a BTreeMap<String, Vec<String>>,
    /// What was learned for it.
    pub layer: &'static Layer,
}

/// Compiles a pack with the names and levels of `charter`, and the charter's own rules.
pub(crate) fn compile(base: Base<'_>, charter: &Charter) -> (Tables, Vec<RuleProblem>) {
    let Vocabulary { signals, lexicon } = base.vocabulary;
    let features = Features::new(&signals);
    let mut compiler = Compiler { signals, own: Builder::new(English::new(base.irregular)) };
    let (own, mut problems) = Own::all(charter);
    let mut compiled = Vec::new();
    let base_rules = base.rules.iter().map(|rule| (rule, None));
    for (rule, place) in base_rules.chain(own.iter().map(|own| (&own.rule, Some(own.place)))) {
        match compiler.rule(rule, charter) {
            Ok(patterns) => compiled.extend(patterns),
            Err(list) => {
                let found = format!("rule {} asks for the list @{list}, and there is none", rule.id);
                problems.push(RuleProblem { place, found });
            }
        }
    }
    let signals = &mut compiler.signals;
    let tables = Tables {
        lexicon,
        names: names(charter, signals),
        rules: compiled,
        numbers: NumberSignals::of(signals),
        place: PlaceSignals::of(signals),
        accounts: Accounts::new(charter),
        features,
        layer: base.layer,
        letters: Recent::default(),
        own_lexicon: compiler.own.build(),
        base_rules: base.rules.iter().map(|rule| rule.id.clone()).collect(),
        levels: Category::TEXT.map(|category| charter.level(category)),
    };
    (tables, problems)
}

fn names(charter: &Charter, signals: &mut Signals) -> Names {
    let company = &charter.company;
    let kinds: [(&str, &[Name]); 7] = [
        ("company", &company.names),
        ("brands", &company.brands),
        ("people", &charter.people),
        ("competitors", &charter.competitors),
        ("customers", &charter.customers),
        ("suppliers", &charter.suppliers),
        ("projects", &charter.projects),
    ];
    let kinds = kinds.map(|(kind, names)| (signals.id(kind), names));
    let fingerprints = charter.fingerprints.as_ref().map(|prints| Prints::new(prints, |kind| signals.id(kind)));
    let given = kinds.into_iter().flat_map(|(signal, names)| names.iter().flat_map(move |name| given(signal, name)));
    Names::new(given, fingerprints)
}

/// A name, and its aliases.
fn given(signal: SignalId, name: &Name) -> impl Iterator<Item = Given<'_>> + Clone {
    let written = std::iter::once(&name.name).chain(&name.aliases);
    written.map(move |written| Given { signal, name: written.as_str(), how: name.match_ })
}

struct Compiler<'a> {
    signals: Signals,
    own: Builder<'a>,
}

impl Compiler<'_> {
    /// The rule's patterns; or the list that is not there.
    fn rule(&mut self, rule: &Rule, charter: &Charter) -> Result<Vec<Compiled>, String> {
        let level = rule.level.min(charter.level(rule.category));
        let mut out = Vec::new();
        for lang in [Lang::He, Lang::En] {
            let Some(pattern) = rule.pattern(lang) else { continue };
            out.push(Compiled {
                id: rule.id.clone(),
                category: rule.category,
                level,
                says: rule.says.clone(),
                hebrew: lang == Lang::He,
                all: pattern.all.iter().map(|part| self.part(part)).collect::<Result<_, _>>()?,
                within: pattern.within,
                needs: pattern.needs.iter().map(|c| self.requirement(c)).collect::<Result<_, _>>()?,
                not: pattern.not.iter().map(|c| self.requirement(c)).collect::<Result<_, _>>()?,
            });
        }
        Ok(out)
    }

    fn part(&mut self, part: &OneOf) -> Result<Vec<SignalId>, String> {
        part.terms().iter().map(|term| self.term(term)).collect()
    }

    fn term(&mut self, term: &Term) -> Result<SignalId, String> {
        match term {
            Term::List(list) => self.list(list),
            Term::Words(words) => Ok(add_term(words, &mut self.signals, &mut self.own)),
        }
    }

    fn requirement(&self, context: &Context) -> Result<Requirement, String> {
        match context {
            Context::Is(condition) => Ok(Requirement::Is(*condition)),
            Context::Has(list) => self.list(list).map(Requirement::Has),
        }
    }

    fn list(&self, name: &str) -> Result<SignalId, String> {
        self.signals.get(name).ok_or_else(|| name.to_owned())
    }
}
