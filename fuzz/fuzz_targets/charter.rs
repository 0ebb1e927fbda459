//! Any bytes as a charter, and posts checked against what was read.
#![no_main]

use amana_charter::{Charter, Name, Place, RawRule, ReadError};
use amana_checker::{Cache, Checker};
use amana_fuzz::try_text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let document = String::from_utf8_lossy(bytes);
    match Charter::read(&document) {
        Err(error) => told(&document, &error),
        Ok(read) => {
            read.notes.iter().for_each(|note| stands(&document, note.place()));
            comes_back(&read.charter);
            check_with(&read.charter);
        }
    }
});

/// One line, with a place that is in the document.
fn told(document: &str, error: &ReadError) {
    stands(document, error.place());
    assert!(!error.to_string().contains('\n'), "{error}: more than one line");
    assert!(!error.found().is_empty() && !error.advice().is_empty(), "{error}");
}

fn stands(document: &str, place: &Place) {
    let text = document.strip_prefix('\u{feff}').unwrap_or(document);
    let line = place.line.checked_sub(1).and_then(|index| text.split('\n').nth(index));
    let columns = line.map(|line| 1..=line.chars().count() + 1);
    assert!(columns.is_some_and(|columns| columns.contains(&place.column)), "{place}: no such place");
}

fn comes_back(charter: &Charter) {
    let written = serde_json::to_string(charter).expect("what was read can be written");
    let again = Charter::read(&written).expect("what was written can be read").charter;
    assert_eq!(again.hash(), charter.hash(), "the charter changed on its way");
}

/// Posts that name everyone whom the charter names, and quote its rules.
fn check_with(charter: &Charter) {
    let (checker, problems) = Checker::new(charter);
    for problem in &problems {
        let stands = charter.rules.iter().any(|rule| Some((rule.line(), rule.column())) == problem.place);
        assert!(stands, "{problem}: no rule of the charter stands there");
    }
    let mut cache = Cache::default();
    for words in names(charter).chain(charter.rules.iter().map(RawRule::json)) {
        try_text(&checker, &format!("הבוס ב{words} אידיוט! our {words} quarter closed 18% below target"), &mut cache);
    }
}

fn names(charter: &Charter) -> impl Iterator<Item = &str> {
    let company = &charter.company;
    let lists = [&company.names, &company.brands, &charter.people, &charter.competitors, &charter.customers];
    let names = lists.into_iter().chain([&charter.suppliers, &charter.projects]).flatten();
    names.flat_map(|Name { name, aliases, .. }| std::iter::once(name).chain(aliases)).map(|name| name.as_str())
}
