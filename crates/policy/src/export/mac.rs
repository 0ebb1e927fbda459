//! A configuration profile for macOS.

use plist::{Dictionary, Value as Plist};
use serde_json::{Map, Value, json};

use super::{Browser, File, Install};
use crate::{Problem, sha256};

/// A profile with two payloads: the browser's policies, and the extension's own. Firefox takes both in one.
pub(super) fn file(install: &Install, keys: &Map<String, Value>) -> Result<File, Problem> {
    let browser = install.browser;
    let domain = browser.mac();
    let settings = ("ExtensionSettings", install.extension_settings());
    let payloads = if browser == Browser::Firefox {
        let own = json!({ "Extensions": { install.id.as_str(): keys } });
        vec![payload(domain, [("EnterprisePoliciesEnabled", true.into()), settings, ("3rdparty", own)])?]
    } else {
        let own = keys.iter().map(|(key, value)| (key.as_str(), value.clone()));
        vec![payload(domain, [settings])?, payload(&format!("{domain}.extensions.{}", install.id), own)?]
    };
    let mut profile = heading("Configuration", &format!("amana.{domain}"), &format!("Amana for {}", browser.name()));
    profile.insert("PayloadScope".to_owned(), "System".into());
    profile.insert("PayloadContent".to_owned(), Plist::Array(payloads));
    let mut bytes = Vec::new();
    Plist::Dictionary(profile).to_writer_xml(&mut bytes).map_err(|error| not_written(&error))?;
    bytes.push(b'\n');
    let place = format!(
        "Your device management (Jamf, Kandji, Intune, …), as a custom profile for computers. By hand, on one Mac: open it, then System \
         Settings, General, Device Management. {} takes it when it starts.",
        browser.name(),
    );
    Ok(File { name: format!("amana-{}.mobileconfig", browser.as_str()), bytes, place })
}

fn payload<'a>(domain: &str, keys: impl IntoIterator<Item = (&'a str, Value)>) -> Result<Plist, Problem> {
    let mut payload = heading(domain, &format!("amana.payload.{domain}"), "Amana");
    for (key, value) in keys {
        payload.insert(key.to_owned(), plist::to_value(&value).map_err(|error| not_written(&error))?);
    }
    Ok(Plist::Dictionary(payload))
}

/// What every profile and payload begins with.
fn heading(kind: &str, id: &str, name: &str) -> Dictionary {
    let texts = [("PayloadType", kind), ("PayloadIdentifier", id), ("PayloadDisplayName", name)];
    let texts = texts.into_iter().map(|(key, text)| (key.to_owned(), Plist::from(text)));
    let rest =
        [("PayloadUUID", Plist::from(uuid(id))), ("PayloadVersion", Plist::from(1)), ("PayloadEnabled", true.into())];
    texts.chain(rest.map(|(key, value)| (key.to_owned(), value))).collect()
}

/// The same for the same identifier, so that a profile that is exported anew takes the place of the old one.
fn uuid(id: &str) -> String {
    let digits = sha256(id).to_uppercase();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    // Version 8: made of what its author likes.
    format!("{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

fn not_written(error: &plist::Error) -> Problem {
    Problem::new("profile", format!("it could not be written: {error}"), "tell Amana's authors, with this charter")
}
