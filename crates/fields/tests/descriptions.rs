//! Fields as sites have them, in tests/fields: each is judged as its label says. Prints how many of each kind there are.

use std::{collections::BTreeMap, fs, path::Path};

use amana_fields::{Description, Guide, Role, author};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    id: String,
    host: String,
    is: Role,
    describe: Description,
}

#[test]
fn fields_are_what_their_labels_say() {
    let guide = guide();
    let mut counts: BTreeMap<(Role, Role), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases() {
        let said = guide.role(&case.describe, &case.host);
        *counts.entry((case.is, said)).or_default() += 1;
        if said != case.is {
            wrong.push(format!("{} is {:?}, judged {said:?}", case.id, case.is));
        }
    }
    for ((is, said), count) in &counts {
        println!("{count:4} fields that are {is:?} were judged {said:?}");
    }
    assert!(counts.values().sum::<usize>() >= 150, "{counts:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_site_with_fields_of_its_own_has_a_field_that_is_read_and_one_that_is_not() {
    let (guide, cases) = (guide(), cases());
    for site in guide.sites.iter().filter(|site| !site.fields.is_empty()) {
        for read in [true, false] {
            let of = |case: &Case| guide.sites_of(&case.host, &case.describe.around).any(|of| of.name == site.name);
            let found = cases.iter().any(|case| of(case) && (case.is != Role::None) == read);
            assert!(found, "{} has no example that is read: {read}", site.name);
        }
    }
}

fn guide() -> Guide {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let guide = author::read_dir(&packs);
    assert!(guide.is_ok(), "{}", guide.err().unwrap_or_default());
    guide.unwrap_or_default()
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fields");
    let texts = ["generic.jsonl", "sites.jsonl", "found.jsonl"]
        .map(|name| fs::read_to_string(folder.join(name)).unwrap_or_default());
    let lines = texts.iter().flat_map(|text| text.lines());
    let cases: Result<Vec<Case>, _> = lines.map(serde_json::from_str).collect();
    assert!(cases.is_ok(), "{:?}", cases.err());
    cases.unwrap_or_default()
}
