//! docs/it/privacy.md says of every permission what it is for: no more, no fewer than the manifest asks for.

#![allow(clippy::unwrap_used, reason = "tests speak by panics")]

use std::collections::BTreeSet;

use serde_json::Value;

const PAGE: &str = include_str!("../../../docs/it/privacy.md");
const MANIFEST: &str = include_str!("../../../manifest.json");

/// The first cells of the table under a heading, without their marks.
fn rows(heading: &str) -> BTreeSet<String> {
    let (_, behind) = PAGE.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = behind.split("\n## ").next().unwrap_or_default();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    cells.map(str::to_owned).collect()
}

#[test]
fn every_permission_is_justified_and_none_that_is_not_asked_for() {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    let asked = |key: &str| manifest.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let named =
        ["permissions", "host_permissions", "optional_permissions", "optional_host_permissions"].map(asked).concat();
    let mut wanted: BTreeSet<String> = named.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    wanted.insert("content_scripts".to_owned());
    assert_eq!(rows("Permissions, each with its reason"), wanted);
}

#[test]
fn the_network_is_closed_as_the_page_says() {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("connect-src 'self'"), "{policy}");
    assert!(PAGE.contains("`connect-src 'self'`") && manifest.get("web_accessible_resources").is_none());
}
