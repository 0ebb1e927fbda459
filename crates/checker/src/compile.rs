//! Making a checker: from the pack's lists and rules and the charter's names to tables.

use std::collections::{BTreeMap, BTreeSet};

use amana_charter::{Category, Charter, Lang, Level, Name};
use amana_pack::{Context, List, OneOf, Pack, Rule, Term};

use crate::{
    account::Accounts,
    english::English,
    features::Features,
    layer::{Layer, PerCategory},
    lexicon::{Inflection, Lexicon, SignalId},
    names::Names,
    place::PlaceSignals,
    rules::{Compiled, Requirement},
    scan::NumberSignals,
    signals::Signals,
};

/// Everything a checker looks things up in.
pub(crate) struct Tables {
    pub lexicon: Lexicon,
    pub names: Names,
    pub rules: Vec<Compiled>,
    pub numbers: NumberSignals,
    pub place: PlaceSignals,
    pub accounts: Accounts,
    pub features: Features,
    pub layer: Layer,
    /// The ids of the pack's rules: those that are not the charter's own.
    pub base_rules: BTreeSet<String>,
    /// The charter's level for each category of the text.
    pub levels: PerCategory<Level>,
}

/// A rule that names a list which does not exist; it is left out, the others stay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("rule {rule}: there is no list @{list}; the rule is left out")]
pub struct RuleProblem {
    /// The rule's id.
    pub rule: String,
    /// The list that it names.
    pub list: String,
}

/// Compiles `pack` with the names and levels of `charter`, and the charter's own `rules`.
pub(crate) fn compile(pack: &Pack, layer: Layer, charter: &Charter, rules: &[Rule]) -> (Tables, Vec<RuleProblem>) {
    let mut compiler = Compiler::new(pack);
    compiler.add_lists(&pack.lists);
    compiler.add_names(charter);
    let mut problems = Vec::new();
    let mut compiled = Vec::new();
    for rule in pack.rules.iter().chain(rules) {
        match compiler.rule(rule, charter) {
            Ok(patterns) => compiled.extend(patterns),
            Err(list) => problems.push(RuleProblem { rule: rule.id.clone(), list }),
        }
    }
    let tables = Tables {
        lexicon: compiler.lexicon,
        names: compiler.names,
        rules: compiled,
        numbers: compiler.numbers,
        place: compiler.place,
        accounts: Accounts::new(charter),
        features: Features::new(compiler.signals.names(), compiler.name_kinds),
        layer,
        base_rules: pack.rules.iter().map(|rule| rule.id.clone()).collect(),
        levels: Category::TEXT.map(|category| charter.level(category)),
    };
    (tables, problems)
}

struct Compiler {
    signals: Signals,
    /// How many of the first signals are kinds of names.
    name_kinds: u16,
    numbers: NumberSignals,
    place: PlaceSignals,
    lexicon: Lexicon,
    names: Names,
}

impl Compiler {
    fn new(pack: &Pack) -> Self {
        let mut signals = Signals::default();
        for name in crate::signals::NAME_SIGNALS {
            signals.id(name);
        }
        let name_kinds = signals.count();
        let (numbers, place) = (signals.numbers(), signals.place());
        let lexicon = Lexicon::new(English::new(pack.irregular.clone()));
        Self { signals, name_kinds, numbers, place, lexicon, names: Names::default() }
    }

    /// Adds every list, with the words of those it includes.
    fn add_lists(&mut self, lists: &[List]) {
        let by_name: BTreeMap<(Lang, &str), &List> = lists.iter().map(|l| ((l.lang, l.id.as_str()), l)).collect();
        for list in lists {
            let signal = self.signals.id(&list.id);
            for part in with_included(list, &by_name) {
                self.lexicon.add_list(signal, &part.words);
            }
        }
    }

    fn add_names(&mut self, charter: &Charter) {
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
        for (kind, names) in kinds {
            let signal = self.signals.id(kind);
            for written in names.iter().flat_map(|name| std::iter::once(&name.name).chain(&name.aliases)) {
                self.names.add(signal, written.as_str());
            }
        }
    }

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
            Term::Words(words) => {
                // A blank can't be in a list's name, so a term never meets one.
                let signal = self.signals.id(&format!("term {words}"));
                self.lexicon.add(signal, words, Inflection::Any);
                Ok(signal)
            }
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

/// A list and all that it includes, each once.
fn with_included<'a>(list: &'a List, by_name: &BTreeMap<(Lang, &str), &'a List>) -> Vec<&'a List> {
    let mut seen = BTreeSet::from([list.id.as_str()]);
    let mut out = vec![list];
    let mut next = 0;
    while let Some(current) = out.get(next).copied() {
        for included in &current.words.includes {
            if let Some(found) = by_name.get(&(list.lang, included.as_str())).filter(|_| seen.insert(included)) {
                out.push(found);
            }
        }
        next += 1;
    }
    out
}
