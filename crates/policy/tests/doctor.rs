//! Policy files as people edit them, and what the doctor says of each.

#![allow(clippy::panic, clippy::unwrap_used, reason = "tests speak by panics")]

use amana_policy::{Party, Remark, examine};
use serde_json::json;

const CHARTER: &str = r#"{"charter":1,"version":"7","company":{"names":["Golden Pages"]}}"#;
const ID: &str = "pljefopdnknncgpjlildkhekicflneil";

fn remarks(file: &serde_json::Value) -> Vec<(Party, String)> {
    let said = |Remark { by, problem }: Remark| (by, problem.to_string());
    examine(&file.to_string()).unwrap().remarks.into_iter().map(said).collect()
}

/// `file` gives exactly one remark, that begins with `place: found`.
#[track_caller]
fn one(file: &serde_json::Value, by: Party, begins: &str) {
    let remarks = remarks(file);
    assert!(
        matches!(remarks.as_slice(), [(who, said)] if *who == by && said.starts_with(begins)),
        "expected {by:?} {begins}, got {remarks:#?}"
    );
}

#[test]
fn good_keys_alone() {
    let report = examine(&json!({"charter": CHARTER, "locked": ["site"]}).to_string()).unwrap();
    assert_eq!(report.remarks, []);
    assert_eq!(report.facts[..3], ["charter: Social media charter", "version: 7", "size: 64 bytes"]);
}

#[test]
fn chromium_drops_what_breaks_the_schema() {
    let object: serde_json::Value = serde_json::from_str(CHARTER).unwrap();
    one(&json!({"charter": object}), Party::Chromium, "charter: this is {\"charter\":1,");
    one(
        &json!({"charter": CHARTER, "locked": "site"}),
        Party::Chromium,
        "locked: this is \"site\", which breaks the schema",
    );
    one(&json!({"charter": CHARTER, "sites_off": [1]}), Party::Chromium, "sites_off: this is [1]");
    one(&json!({"charter": CHARTER, "level": "quiet"}), Party::Chromium, "level: this is not a key of Amana's");
}

#[test]
fn amana_refuses_what_it_cannot_use() {
    let with = |key: &str, value: serde_json::Value| json!({"charter": CHARTER, key: value});
    one(
        &with("level_ceiling", json!("loud")),
        Party::Amana,
        "level_ceiling: this is \"loud\"; write \"off\" or \"quiet\"",
    );
    one(
        &with("sites_off", json!(["x.com"])),
        Party::Amana,
        "sites_off[0]: this is \"x.com\"; the pattern has no scheme",
    );
    for part in ["http://forum.example.com/*", "https://example.com/forum/*", "forum.example.com"] {
        one(
            &with("sites_extra", json!([part])),
            Party::Amana,
            &format!("sites_extra[0]: this is {part:?}; write a whole site"),
        );
    }
    one(&with("charter_sha256", json!("0".repeat(64))), Party::Amana, "charter: its SHA-256 is ");
    one(
        &with("charter_sha256", json!("0")),
        Party::Amana,
        "charter_sha256: this is \"0\"; write 64 hexadecimal digits",
    );
    one(
        &json!({"charter": "{\"charter\": 1,\n\"company\": {}}"}),
        Party::Amana,
        "charter: company: line 2, column 12: \"names\" is missing; write",
    );
    one(&json!({"charter": CHARTER.get(..20)}), Party::Amana, "charter: line 1, column 21: ");
}

#[test]
fn a_charter_that_was_dropped_on_its_way_is_missed() {
    let keys = json!({"charter_sha256": "0".repeat(64)});
    let (policy, problems) = amana_policy::Policy::read(keys.as_object().unwrap());
    assert_eq!(problems, []);
    assert!(policy.read_charter().unwrap_err().to_string().starts_with("charter: it is missing"));
}

#[test]
fn an_object_is_good_for_firefox_without_a_digest() {
    let charter: serde_json::Value = serde_json::from_str(CHARTER).unwrap();
    let file = |keys: serde_json::Value| {
        json!({"policies": {
            "ExtensionSettings": {"amana@amana.example": {
                "installation_mode": "force_installed", "install_url": "https://addons.mozilla.org/amana.xpi"}},
            "3rdparty": {"Extensions": {"amana@amana.example": keys}}}})
    };
    assert_eq!(remarks(&file(json!({"charter": charter}))), []);
    let place = "policies.3rdparty.Extensions.amana@amana.example.charter_sha256: ";
    one(&file(json!({"charter": charter, "charter_sha256": "0"})), Party::Amana, place);
}

#[test]
fn installation() {
    let file = |settings: serde_json::Value, id: &str| json!({"ExtensionSettings": {id: settings}, "3rdparty": {"extensions": {id: {"charter": CHARTER}}}});
    let store = "https://clients2.google.com/service/update2/crx";
    assert_eq!(remarks(&file(json!({"installation_mode": "force_installed", "update_url": store}), ID)), []);
    let place = format!("ExtensionSettings.{ID}");
    one(
        &file(json!({"installation_mode": "force_installed"}), ID),
        Party::Chromium,
        &format!("{place}: it installs Amana"),
    );
    one(
        &file(json!({"update_url": "https://amana.example.com/updates.xml"}), ID),
        Party::Nobody,
        &format!("{place}.update_url: "),
    );
    one(
        &json!({"3rdparty": {"extensions": {ID: {"charter": CHARTER}}}}),
        Party::Nobody,
        &format!("{place}: it is missing"),
    );
    let listed = json!({
        "ExtensionInstallForcelist": [format!("{ID};{store}")], "3rdparty": {"extensions": {ID: {"charter": CHARTER}}}});
    assert_eq!(remarks(&listed), []);
    let no_id = file(json!({"update_url": store}), "amana");
    one(&no_id, Party::Chromium, "3rdparty.extensions.amana: \"amana\" is no id");
}

#[test]
fn worth_a_thought() {
    one(&json!({"language": "he"}), Party::Nobody, "charter: there is none");
    one(&json!({"charter": CHARTER, "level_ceiling": "off"}), Party::Nobody, "level_ceiling: with \"off\"");
    let long = |names: usize| {
        let people: Vec<String> = (0..names).map(|i| format!("Person Number{i:06}")).collect();
        json!({"charter": json!({"charter": 1, "company": {"names": ["a"]}, "people": people}).to_string()})
    };
    one(&long(60_000), Party::Nobody, "charter: it has 1320");
    one(&long(100_000), Party::Nobody, "charter: it has 2200");
}

#[test]
fn files_that_are_none() {
    let said = |file: &str| examine(file).unwrap_err().to_string();
    assert!(said("{\n  \"a\": }").starts_with("line 2, column 8: this is no JSON object: expected value"));
    assert!(said("[]").contains("this is no JSON object"));
    assert!(said("{}").contains("nothing for Amana"));
    let small = said(r#"{"policies": {"3rdparty": {"extensions": {}}}}"#);
    assert!(small.starts_with("policies.3rdparty.Extensions: it is missing; Firefox reads \"Extensions\""), "{small}");
    let capital = said(r#"{"3rdparty": {"Extensions": {}}}"#);
    assert!(capital.starts_with("3rdparty.extensions: it is missing; Chromium reads \"extensions\""), "{capital}");
    assert!(said(r#"{"3rdparty": {"extensions": {"a": {}}}}"#).contains("none of these extensions is Amana"));
}
