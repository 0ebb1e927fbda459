//! A `.reg` file for Windows.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::{Entry, File, Install, registry_keys, registry_tree};

/// In UTF-16, as Windows' own editor writes it: in another encoding Hebrew would not arrive.
pub(super) fn file(install: &Install, keys: &Map<String, Value>) -> File {
    let name = format!("amana-{}.reg", install.browser.as_str());
    let place = format!(
        "On each PC: reg import {name} as administrator; or once into Group Policy: Computer Configuration, Preferences, Windows \
         Settings, Registry. If ExtensionSettings is there already as one JSON value, put Amana's entry into that value instead: \
         beside it, this key would take its place."
    );
    File { name, bytes: utf16(&text(install, keys)), place }
}

fn text(install: &Install, keys: &Map<String, Value>) -> String {
    let mut text = "Windows Registry Editor Version 5.00\r\n".to_owned();
    for key in registry_keys(install) {
        // What an earlier export left there goes first: a list may have been longer.
        let _ = write!(text, "\r\n[-HKEY_LOCAL_MACHINE\\{key}]\r\n");
    }
    for (key, entries) in registry_tree(install, keys) {
        // Writing into a String does not fail.
        let _ = write!(text, "\r\n[HKEY_LOCAL_MACHINE\\{key}]\r\n");
        for (name, entry) in entries {
            let _ = match entry {
                Entry::Text(value) => write!(text, "\"{name}\"=\"{}\"\r\n", escaped(value)),
                Entry::Number(number) => write!(text, "\"{name}\"=dword:{number:08x}\r\n"),
            };
        }
    }
    text
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}
