//! Policy files for every platform, with the place where each goes.

mod admx;
mod intune;
mod json;
mod mac;
mod registry;
mod target;

use serde_json::{Map, Value, json};

use crate::{ChromiumId, FIREFOX_ID, Policy, Problem};

pub use target::{Browser, Platform, Target};

/// What is rolled out.
#[derive(Debug, Clone)]
pub struct Rollout {
    /// What Amana is told.
    pub policy: Policy,
    /// The extension's id in Chromium browsers; Firefox needs none.
    pub id: Option<ChromiumId>,
    /// From where the browser installs it: for Chromium browsers the address of `updates.xml` (else the store), for Firefox that of
    /// the XPI.
    pub from: Option<String>,
    /// Whether its button stays in the toolbar.
    pub pin: bool,
}

/// A file to put somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path, below the folder that the administrator chose.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Where it goes, and what to do with it, as sentences.
    pub place: String,
}

impl File {
    fn text(name: impl Into<String>, text: impl Into<String>, place: impl Into<String>) -> Self {
        Self { name: name.into(), bytes: text.into().into_bytes(), place: place.into() }
    }
}

/// Writes a roll-out for one target.
///
/// # Errors
///
/// When what the target needs is missing: an id, or an address to install from.
///
/// ```
/// use amana_policy::{Policy, Rollout, Target, export};
/// let policy = Policy { charter: Some("{}".to_owned()), ..Policy::default() };
/// let id = "pljefopdnknncgpjlildkhekicflneil".parse().ok();
/// let target: Target = "linux-chrome".parse()?;
/// let files = export(target, &Rollout { policy, id, from: None, pin: true }).map_err(|problem| problem.to_string())?;
/// assert_eq!(files[0].name, "amana-chrome.json");
/// assert!(files[0].place.contains("/etc/opt/chrome/policies/managed"));
/// # Ok::<(), String>(())
/// ```
pub fn export(target: Target, rollout: &Rollout) -> Result<Vec<File>, Problem> {
    let install = Install::of(target, rollout)?;
    let keys = rollout.policy.to_json();
    Ok(match target.platform {
        Platform::Linux if target.browser == Browser::Firefox => vec![json::firefox(&install, &keys)],
        Platform::Linux => vec![json::chromium(&install, &keys)],
        Platform::Windows => vec![registry::file(&install, &keys)],
        Platform::Admx => admx::files(&install, &keys),
        Platform::Intune => intune::files(&install, &keys),
        Platform::Macos => vec![mac::file(&install, &keys)?],
        Platform::GoogleAdmin => vec![json::google_admin(&install, &keys)],
        Platform::Gpo => vec![json::gpo(&install, &keys)],
    })
}

/// How a browser is told to install Amana.
struct Install {
    browser: Browser,
    /// The extension's id there.
    id: String,
    /// What `ExtensionSettings` holds under the id.
    settings: Map<String, Value>,
}

impl Install {
    fn of(target: Target, rollout: &Rollout) -> Result<Self, Problem> {
        let browser = target.browser;
        if browser == Browser::Firefox {
            let url = rollout.from.as_deref().ok_or_else(no_address)?;
            let settings = firefox_settings(url, rollout.pin);
            return Ok(Self { browser, id: FIREFOX_ID.to_owned(), settings });
        }
        let id = rollout.id.as_ref().ok_or_else(no_id)?.to_string();
        Ok(Self { browser, id, settings: chromium_settings(browser, rollout) })
    }

    /// `ExtensionSettings`, whole.
    fn extension_settings(&self) -> Value {
        json!({ self.id.as_str(): self.settings })
    }
}

fn firefox_settings(url: &str, pin: bool) -> Map<String, Value> {
    let pinned = pin.then(|| ("default_area".to_owned(), "navbar".into()));
    [("installation_mode".to_owned(), "force_installed".into()), ("install_url".to_owned(), url.into())]
        .into_iter()
        .chain(pinned)
        .collect()
}

fn chromium_settings(browser: Browser, rollout: &Rollout) -> Map<String, Value> {
    let from = rollout.from.as_deref().unwrap_or(browser.store());
    let mut settings = Map::new();
    settings.insert("installation_mode".to_owned(), "force_installed".into());
    settings.insert("update_url".to_owned(), from.into());
    if rollout.from.is_some() {
        // Later versions come from there too, whatever the manifest says.
        settings.insert("override_update_url".to_owned(), true.into());
    }
    if rollout.pin {
        let (key, value) = browser.pin();
        settings.insert(key.to_owned(), value.into());
    }
    settings
}

fn no_id() -> Problem {
    let advice = "give the id that the store shows, or that `./build.sh package` printed";
    Problem::new("id", "Chromium browsers know an extension by its id, and none was given", advice)
}

fn no_address() -> Problem {
    let advice = "give the address of the signed XPI, such as https://amana.example.com/amana.xpi";
    Problem::new("xpi", "Firefox installs from an address, and none was given", advice)
}

/// A value of the registry.
enum Entry<'a> {
    Text(&'a str),
    Number(u32),
}

/// The keys of the registry that are Amana's: what installs it, and what it is told.
fn registry_keys(install: &Install) -> [String; 2] {
    let (root, id) = (install.browser.registry(), &install.id);
    [format!(r"{root}\ExtensionSettings\{id}"), install.browser.registry_of_keys(id)]
}

/// Values as the registry takes them: by the key below the browser's own, with their names. A list is a key of its own, its texts
/// numbered from 1.
fn registry_tree<'a>(install: &'a Install, keys: &'a Map<String, Value>) -> Vec<(String, Vec<(String, Entry<'a>)>)> {
    let [installation, own] = registry_keys(install);
    let mut tree = vec![(installation, entries(&install.settings)), (own.clone(), entries(keys))];
    for (key, value) in keys {
        if let Value::Array(texts) = value {
            let numbered = texts.iter().filter_map(Value::as_str).enumerate();
            let texts = numbered.map(|(i, text)| ((i + 1).to_string(), Entry::Text(text))).collect();
            tree.push((format!(r"{own}\{key}"), texts));
        }
    }
    tree.retain(|(_, entries)| !entries.is_empty());
    tree
}

fn entries(map: &Map<String, Value>) -> Vec<(String, Entry<'_>)> {
    map.iter().filter_map(|(name, value)| Some((name.clone(), entry(value)?))).collect()
}

fn entry(value: &Value) -> Option<Entry<'_>> {
    match value {
        Value::String(text) => Some(Entry::Text(text)),
        Value::Bool(on) => Some(Entry::Number(u32::from(*on))),
        _ => None,
    }
}

/// Text for XML, inside an element or an attribute in double quotes.
fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
