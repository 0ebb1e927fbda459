//! Policies as JSON: on Linux, for Firefox everywhere, for the Google Admin console, and on one line for Group Policy.

use serde_json::{Map, Value, json};

use super::{File, Install};

/// A file among the policies of a Chromium browser on Linux.
pub(super) fn chromium(install: &Install, keys: &Map<String, Value>) -> File {
    let browser = install.browser;
    let policies = json!({
        "3rdparty": { "extensions": { install.id.as_str(): keys } },
        "ExtensionSettings": install.extension_settings(),
    });
    let name = format!("amana-{}.json", browser.as_str());
    let place = format!(
        "{}/{name}, owned by root, readable by everyone (mode 644). A running {} takes it within seconds; chrome://policy shows it. If another \
         file there has \"ExtensionSettings\" or \"3rdparty\" already, put Amana's entry into that one: of two, one is ignored.",
        browser.linux(),
        browser.name(),
    );
    File::text(name, pretty(&policies), place)
}

/// Firefox's `policies.json`.
pub(super) fn firefox(install: &Install, keys: &Map<String, Value>) -> File {
    let policies = json!({ "policies": {
        "3rdparty": { "Extensions": { install.id.as_str(): keys } },
        "ExtensionSettings": install.extension_settings(),
    } });
    let place = format!(
        "Linux: {}/policies.json. Windows: distribution\\policies.json beside firefox.exe. macOS: \
         Firefox.app/Contents/Resources/distribution/policies.json. If there is one already, put these entries into it. Firefox reads \
         it when it starts; about:policies shows it.",
        install.browser.linux(),
    );
    File::text("policies.json", pretty(&policies), place)
}

/// What the Google Admin console takes for one extension.
pub(super) fn google_admin(install: &Install, keys: &Map<String, Value>) -> File {
    let wrapped: Map<String, Value> =
        keys.iter().map(|(key, value)| (key.clone(), json!({ "Value": value }))).collect();
    let place = format!(
        "admin.google.com: Devices, Chrome, Apps & extensions, Users & browsers; choose the organisational unit; add the extension by \
         its id, {}{}; choose \"Force install + pin to browser toolbar\"; put this file into \"Policy for extensions\"; save.",
        install.id,
        own_address(install),
    );
    File::text("amana-google-admin.json", pretty(&Value::Object(wrapped)), place)
}

/// Where the console must look when it is not in the store.
fn own_address(install: &Install) -> String {
    let url = install.settings.get("update_url").and_then(Value::as_str).unwrap_or_default();
    if url == install.browser.store() { String::new() } else { format!(" from the custom address {url}") }
}

/// Values for Mozilla's own Group Policy templates, which have none for other people's extensions.
pub(super) fn gpo(install: &Install, keys: &Map<String, Value>) -> File {
    let path = format!("HKLM:\\{}", install.browser.registry_of_keys(&install.id));
    let mut text = format!(
        "# 1. Group Policy: Computer Configuration, Administrative Templates, Mozilla, Firefox, Extensions,\n\
         #    \"Extension Management (JSON on one line)\". If it holds something already, put this entry into it.\n\
         {}\n\n\
         # 2. PowerShell as administrator, or a start-up script: what Amana is told.\n\
         New-Item -Force -Path {}\n",
        install.extension_settings(),
        single_quoted(&path),
    );
    for (key, value) in keys {
        text.push_str(&new_values(&path, key, value));
    }
    let place = "Two steps; the file's own comments say which line goes where. Firefox reads both when it starts.";
    File::text("amana-firefox-gpo.txt", text, place)
}

/// The lines of PowerShell that write one key: a text, or a list with its texts numbered from 1.
fn new_values(path: &str, key: &str, value: &Value) -> String {
    let one = |path: &str, name: &str, text: &str| {
        let (path, text) = (single_quoted(path), single_quoted(text));
        format!("New-ItemProperty -Force -Path {path} -Name '{name}' -PropertyType String -Value {text}\n")
    };
    let Value::Array(texts) = value else { return one(path, key, value.as_str().unwrap_or_default()) };
    let path = format!("{path}\\{key}");
    let lines =
        texts.iter().filter_map(Value::as_str).enumerate().map(|(i, text)| one(&path, &(i + 1).to_string(), text));
    format!("New-Item -Force -Path {}\n{}", single_quoted(&path), lines.collect::<String>())
}

/// A text as PowerShell takes it literally; it takes typographic quotes for quotes as well.
fn single_quoted(text: &str) -> String {
    let doubled = text.chars().flat_map(|c| {
        let quote = matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}');
        std::iter::repeat_n(c, if quote { 2 } else { 1 })
    });
    format!("'{}'", doubled.collect::<String>())
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
