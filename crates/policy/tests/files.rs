//! Every exported file, read back as its platform would read it.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests speak by panics")]

use std::collections::{BTreeMap, BTreeSet};

use amana_charter::Level;
use amana_policy::{Browser, File, Platform, Policy, Rollout, Switch, Target, examine, export, schema, sha256};
use roxmltree::{Document, Node};
use serde_json::{Map, Value};

const CHARTER: &str =
    r#"{"charter":1,"title":{"he":"אמנת \"זהב\"","en":"<It's> a & b"},"company":{"names":["דפי זהב","back\\slash"]}}"#;

fn rollout(browser: Browser) -> Rollout {
    let site = |text: &str| vec![text.parse().unwrap()];
    let policy = Policy {
        charter: Some(CHARTER.to_owned()),
        charter_sha256: Some(sha256(CHARTER)),
        language: None,
        level_ceiling: Some(Level::Quiet),
        locked: vec![Switch::Site, Switch::AddSite],
        sites_extra: site("https://*.example.com/*"),
        sites_off: site("https://intranet.example/*"),
    };
    let from = (browser == Browser::Firefox).then(|| "https://addons.mozilla.org/amana.xpi".to_owned());
    Rollout { policy, id: "pljefopdnknncgpjlildkhekicflneil".parse().ok(), from, pin: true }
}

fn files(target: Target) -> Vec<File> {
    export(target, &rollout(target.browser)).unwrap()
}

fn targets(platform: Platform) -> impl Iterator<Item = Target> {
    Target::all().filter(move |target| target.platform == platform)
}

fn utf8(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}

fn keys() -> Map<String, Value> {
    rollout(Browser::Chrome).policy.to_json()
}

#[test]
fn json_is_what_the_doctor_calls_good() {
    for target in [Platform::Linux, Platform::GoogleAdmin].into_iter().flat_map(targets) {
        let report = examine(utf8(&files(target)[0])).unwrap();
        assert_eq!((report.remarks, report.document.keys), (vec![], keys()), "{target}");
    }
}

#[test]
fn what_is_exported_is_read_back_the_same() {
    let (policy, problems) = Policy::read(&keys());
    assert_eq!((policy, problems), (rollout(Browser::Chrome).policy, vec![]));
}

#[test]
fn profiles_are_property_lists_with_all_keys() {
    for target in targets(Platform::Macos) {
        let profile = plist::Value::from_reader_xml(files(target)[0].bytes.as_slice()).unwrap();
        let payloads = profile.as_dictionary().unwrap()["PayloadContent"].as_array().unwrap();
        let last = payloads.last().unwrap().as_dictionary().unwrap();
        let own = match target.browser {
            Browser::Firefox => {
                last["3rdparty"].as_dictionary().unwrap()["Extensions"].as_dictionary().unwrap()["amana@amana.example"]
                    .as_dictionary()
                    .unwrap()
            }
            _ => last,
        };
        assert_eq!(own["charter"].as_string(), Some(CHARTER), "{target}");
        for key in keys().keys() {
            assert!(own.contains_key(key), "{target}: {key}");
        }
        let ids: BTreeSet<_> =
            payloads.iter().map(|payload| payload.as_dictionary().unwrap()["PayloadUUID"].as_string()).collect();
        assert_eq!(ids.len(), payloads.len(), "{target}: each payload has a UUID of its own");
    }
}

#[test]
fn registry_files_hold_the_charter_unchanged() {
    for target in targets(Platform::Windows) {
        let bytes = files(target).remove(0).bytes;
        let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let text = String::from_utf16(&units).unwrap();
        assert!(text.starts_with("\u{feff}Windows Registry Editor Version 5.00\r\n\r\n"), "{target}");
        let line = text.lines().find_map(|line| line.strip_prefix(r#""charter"=""#)).unwrap();
        let value = line.strip_suffix('"').unwrap().replace(r#"\""#, "\"").replace(r"\\", r"\");
        assert_eq!(value, CHARTER, "{target}");
        assert!(text.contains("sites_extra]\r\n\"1\"=\"https://*.example.com/*\"\r\n"), "{target}");
    }
}

#[test]
fn powershell_takes_the_charter_literally() {
    let files = files(targets(Platform::Gpo).next().unwrap());
    let line = utf8(&files[0]).lines().find(|line| line.contains("-Name 'charter' ")).unwrap();
    let value = line.split_once("-Value '").unwrap().1.strip_suffix('\'').unwrap();
    assert_eq!(value.replace("''", "'"), CHARTER);
}

#[test]
fn intune_hands_over_the_charter_unchanged() {
    for target in targets(Platform::Intune) {
        let files = files(target);
        let line = utf8(&files[0]).lines().find(|line| line.starts_with("<data id=\"charter\"")).unwrap();
        assert_eq!(Document::parse(line).unwrap().root_element().attribute("value"), Some(CHARTER), "{target}");
        check_template(&Document::parse(utf8(&files[1])).unwrap());
    }
}

#[test]
fn templates_and_their_texts_fit_together() {
    for target in targets(Platform::Admx) {
        let files = files(target);
        let template = Document::parse(utf8(&files[0])).unwrap();
        check_template(&template);
        for file in &files[1..3] {
            check_texts(&template, &Document::parse(utf8(file)).unwrap(), &file.name);
        }
    }
}

#[test]
fn the_extension_ships_the_schema_as_it_is() {
    let shipped: Value = serde_json::from_str(include_str!("../../../extension/managed_schema.json")).unwrap();
    assert_eq!(shipped, schema(), "run `amana policy schema > extension/managed_schema.json`");
}

/// Chromium refuses a schema for less, and drops a key for any of the others: enum, bounds, patterns.
#[test]
fn the_schema_has_types_and_nothing_else() {
    fn check(schema: &Value) {
        for (key, value) in schema.as_object().unwrap() {
            match key.as_str() {
                "type" => assert!(["object", "string", "array"].contains(&value.as_str().unwrap())),
                "title" | "description" => assert!(value.is_string()),
                "items" => check(value),
                "properties" => value.as_object().unwrap().values().for_each(check),
                other => panic!("{other}"),
            }
        }
        assert_eq!(schema["type"] == "array", schema.get("items").is_some());
    }
    check(&schema());
}

/// What a template may consist of, from Microsoft's public description of the format: an element, its children in their order, its
/// attributes (those that it must have begin with `!`).
const ADMX: &[(&str, &[&str], &[&str])] = &[
    (
        "policyDefinitions",
        &["policyNamespaces", "resources", "supportedOn", "categories", "policies"],
        &["!revision", "!schemaVersion"],
    ),
    ("policyNamespaces", &["target"], &[]),
    ("target", &[], &["!prefix", "!namespace"]),
    ("resources", &[], &["!minRequiredRevision"]),
    ("definitions", &["definition"], &[]),
    ("definition", &[], &["!name", "!displayName"]),
    ("categories", &["category"], &[]),
    ("category", &[], &["!name", "!displayName"]),
    ("policies", &["policy"], &[]),
    (
        "policy",
        &["parentCategory", "supportedOn", "enabledList", "elements"],
        &["!name", "!class", "!displayName", "explainText", "!key", "presentation"],
    ),
    ("parentCategory", &[], &["!ref"]),
    ("enabledList", &["item"], &[]),
    ("elements", &["text", "enum", "list"], &[]),
    ("text", &[], &["!id", "!valueName", "required", "maxLength"]),
    ("enum", &["item"], &["!id", "!valueName", "required"]),
    ("list", &[], &["!id", "!key", "valuePrefix"]),
    ("value", &["string", "decimal"], &[]),
    ("decimal", &[], &["!value"]),
];

fn check_template(template: &Document<'_>) {
    for node in template.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        match (name, node.parent_element().map(|parent| parent.tag_name().name())) {
            ("supportedOn", Some("policy")) => check_element(node, &[], &["!ref"]),
            ("supportedOn", _) => check_element(node, &["definitions"], &[]),
            ("item", Some("enum")) => check_element(node, &["value"], &["!displayName"]),
            ("item", _) => check_element(node, &["value"], &["!key", "!valueName"]),
            ("string", _) => assert!(node.text().is_some_and(|text| !text.is_empty())),
            _ => {
                let (_, children, attributes) =
                    ADMX.iter().find(|(known, ..)| *known == name).unwrap_or_else(|| panic!("{name}"));
                check_element(node, children, attributes);
            }
        }
    }
    let ids: Vec<_> = template.descendants().filter_map(|node| node.attribute("valueName")).collect();
    assert!(ids.contains(&"charter"));
}

fn check_element(node: Node<'_, '_>, children: &[&str], attributes: &[&str]) {
    let name = node.tag_name().name();
    let order = |child: Node<'_, '_>| {
        let child = child.tag_name().name();
        children.iter().position(|known| *known == child).unwrap_or_else(|| panic!("{child} in {name}"))
    };
    assert!(node.children().filter(Node::is_element).map(order).is_sorted(), "{name}");
    for attribute in node.attributes() {
        assert!(
            attributes.iter().any(|known| known.trim_start_matches('!') == attribute.name()),
            "{name}: {}",
            attribute.name()
        );
    }
    for needed in attributes.iter().filter_map(|known| known.strip_prefix('!')) {
        assert!(node.attribute(needed).is_some_and(|value| !value.is_empty()), "{name} without {needed}");
    }
}

/// Every text that the template asks for is there, every control belongs to an element of it, and none is left over.
fn check_texts(template: &Document<'_>, texts: &Document<'_>, file: &str) {
    let asked = |kind: &str| -> BTreeSet<String> {
        let values = template.descendants().flat_map(|node| node.attributes()).map(|attribute| attribute.value());
        values
            .filter_map(|value| value.strip_prefix(&format!("$({kind}."))?.strip_suffix(')'))
            .map(str::to_owned)
            .collect()
    };
    let given = |kind: &str| -> BTreeMap<String, Node<'_, '_>> {
        let nodes = texts.descendants().filter(|node| {
            node.has_tag_name(("http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions", kind))
        });
        nodes.map(|node| (node.attribute("id").unwrap().to_owned(), node)).collect()
    };
    assert_eq!(asked("string"), given("string").into_keys().collect(), "{file}");
    assert_eq!(asked("presentation"), given("presentation").into_keys().collect(), "{file}");
    for (id, presentation) in given("presentation") {
        let control = presentation.first_element_child().unwrap();
        let element = template.descendants().find(|node| node.attribute("id") == Some(&*id)).unwrap();
        let fit = [("textBox", "text"), ("dropdownList", "enum"), ("listBox", "list")];
        assert!(fit.contains(&(control.tag_name().name(), element.tag_name().name())), "{file}: {id}");
        assert_eq!(control.attribute("refId"), Some(&*id), "{file}");
    }
}
