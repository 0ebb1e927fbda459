//! Templates for Windows' Group Policy: one ADMX, its texts in English and Hebrew, and the values to put into it.

use std::fmt::Write;

use amana_charter::Lang;
use serde_json::{Map, Value};

use super::{Browser, Entry, File, Install, registry_tree, xml};
use crate::{Key, Kind};

/// Group Policy cuts a text off at 1,023 characters unless the template allows more; this is the most a registry value should have.
const LONGEST: u32 = 1 << 20;

pub(super) fn files(install: &Install, keys: &Map<String, Value>) -> Vec<File> {
    let name = format!("amana-{}", install.browser.as_str());
    let below =
        "in the domain's central store, or in C:\\Windows\\PolicyDefinitions of the PC where policies are edited";
    vec![
        File::text(format!("{name}.admx"), template(install), format!("PolicyDefinitions {below}.")),
        File::text(
            format!("en-US/{name}.adml"),
            texts(install.browser, Lang::En),
            format!("PolicyDefinitions\\en-US {below}."),
        ),
        File::text(
            format!("he-IL/{name}.adml"),
            texts(install.browser, Lang::He),
            format!("PolicyDefinitions\\he-IL {below}."),
        ),
        File::text(
            format!("{name}-values.txt"),
            values(keys),
            "For you: Group Policy editor, Computer Configuration, Administrative Templates, Amana; enable each policy that stands \
             here, with its value.",
        ),
    ]
}

/// The template.
pub(super) fn template(install: &Install) -> String {
    let browser = install.browser;
    let mut policies = String::new();
    policies.push_str(&installation(install));
    for key in Key::ALL {
        policies.push_str(&policy(browser, &install.id, key));
    }
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="{prefix}" namespace="Amana.Policies.{prefix}"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="supported" displayName="$(string.supported)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="Amana" displayName="$(string.category)"/>
  </categories>
  <policies>
{policies}  </policies>
</policyDefinitions>
"#,
        prefix = prefix(browser),
    )
}

/// The template's own name, which no other browser's has.
pub(super) fn prefix(browser: Browser) -> String {
    format!("Amana{}", browser.name().replace(' ', ""))
}

/// The policy that installs Amana: its values are fixed.
fn installation(install: &Install) -> String {
    let no_keys = Map::new();
    let tree = registry_tree(install, &no_keys);
    let mut items = String::new();
    for (key, entries) in &tree {
        for (name, entry) in entries {
            let value = match entry {
                Entry::Text(text) => format!("<string>{}</string>", xml(text)),
                Entry::Number(number) => format!("<decimal value=\"{number}\"/>"),
            };
            // Writing into a String does not fail.
            let _ = writeln!(items, r#"        <item key="{key}" valueName="{name}"><value>{value}</value></item>"#);
        }
    }
    let key = install.browser.registry();
    let body = format!("      <enabledList>\n{items}      </enabledList>\n");
    wrapped("install", &format!(r#"key="{key}""#), &body)
}

fn policy(browser: Browser, id: &str, key: Key) -> String {
    let (name, place) = (key.as_str(), browser.registry_of_keys(id));
    let element = match (key.kind(), choices(key)) {
        (Kind::List, _) => format!(r#"<list id="{name}" key="{place}\{name}" valuePrefix=""/>"#),
        (Kind::Text, []) => format!(r#"<text id="{name}" valueName="{name}" required="true" maxLength="{LONGEST}"/>"#),
        (Kind::Text, choices) => {
            let item = |choice: &&str| {
                format!(
                    r#"<item displayName="$(string.{name}_{choice})"><value><string>{choice}</string></value></item>"#
                )
            };
            let items: String = choices.iter().map(item).collect();
            format!(r#"<enum id="{name}" valueName="{name}" required="true">{items}</enum>"#)
        }
    };
    let attributes = format!(r#"presentation="$(presentation.{name})" key="{place}""#);
    wrapped(name, &attributes, &format!("      <elements>{element}</elements>\n"))
}

fn wrapped(name: &str, attributes: &str, body: &str) -> String {
    format!(
        r#"    <policy name="{name}" class="Machine" displayName="$(string.{name})" explainText="$(string.{name}_about)" {attributes}>
      <parentCategory ref="Amana"/>
      <supportedOn ref="supported"/>
{body}    </policy>
"#
    )
}

/// The texts that a key may hold, where they are few.
fn choices(key: Key) -> &'static [&'static str] {
    match key {
        Key::LevelCeiling => &["off", "quiet", "notice", "warn"],
        Key::Language => &["he", "en"],
        _ => &[],
    }
}

/// The template's texts in one language.
fn texts(browser: Browser, lang: Lang) -> String {
    let mut strings = String::new();
    let mut string = |id: &str, text: &str| {
        // Writing into a String does not fail.
        let _ = writeln!(strings, r#"      <string id="{id}">{}</string>"#, xml(text));
    };
    let (install, about) = install_texts(lang);
    // The first versions that the manifest takes.
    let version = if browser == Browser::Firefox { 142 } else { 120 };
    string("supported", &format!("{} {version}+", browser.name()));
    string("category", &format!("Amana ({})", browser.name()));
    string("install", install);
    string("install_about", about);
    for key in Key::ALL {
        string(key.as_str(), key.title(lang));
        string(&format!("{}_about", key.as_str()), key.about(lang));
        choices(key).iter().for_each(|choice| string(&format!("{}_{choice}", key.as_str()), choice));
    }
    let presentations: String = Key::ALL.into_iter().map(|key| presentation(key, lang)).collect();
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Amana ({browser})</displayName>
  <description>{install}</description>
  <resources>
    <stringTable>
{strings}    </stringTable>
    <presentationTable>
{presentations}    </presentationTable>
  </resources>
</policyDefinitionResources>
"#,
        browser = browser.name(),
    )
}

fn install_texts(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::He => ("התקנת Amana", "מתקין את Amana בדפדפן; העובד אינו יכול להסיר אותה."),
        Lang::En => ("Install Amana", "Installs Amana in the browser; the employee can't remove it."),
    }
}

fn presentation(key: Key, lang: Lang) -> String {
    let (id, title) = (key.as_str(), xml(key.title(lang)));
    let control = match (key.kind(), choices(key)) {
        (Kind::List, _) => format!(r#"<listBox refId="{id}">{title}</listBox>"#),
        (Kind::Text, []) => format!(r#"<textBox refId="{id}"><label>{title}</label></textBox>"#),
        (Kind::Text, _) => format!(r#"<dropdownList refId="{id}" noSort="true">{title}</dropdownList>"#),
    };
    format!("      <presentation id=\"{id}\">{control}</presentation>\n")
}

/// Which policies to enable, and with what.
fn values(keys: &Map<String, Value>) -> String {
    let mut text = "Install Amana: enable\n".to_owned();
    for (name, value) in keys {
        let title = Key::named(name).map_or(name.as_str(), |key| key.title(Lang::En));
        let lines: Vec<&str> = match value {
            Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
            _ => value.as_str().into_iter().collect(),
        };
        // Writing into a String does not fail.
        let _ = write!(text, "\n{title}: enable, with\n{}\n", lines.join("\n"));
    }
    text
}
