//! Custom OMA-URI settings for Microsoft Intune: the template first, then a setting for each policy.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::{File, Install, admx, xml};

pub(super) fn files(install: &Install, keys: &Map<String, Value>) -> Vec<File> {
    let name = format!("amana-{}", install.browser.as_str());
    let place = format!(
        "Microsoft Intune: Devices, Configuration, Create, Windows 10 and later, Templates, Custom; add the settings of this file in \
         its order. The first one's value is the whole of {name}.admx."
    );
    vec![
        File::text(format!("{name}-intune.txt"), settings(install, keys), place),
        File::text(format!("{name}.admx"), admx::template(install), "For the first setting."),
    ]
}

fn settings(install: &Install, keys: &Map<String, Value>) -> String {
    let app = admx::prefix(install.browser);
    let csp = "./Device/Vendor/MSFT/Policy";
    let mut text = String::new();
    let mut setting = |name: &str, uri: String, value: &str| {
        // Writing into a String does not fail.
        let _ = write!(text, "Name: Amana: {name}\nOMA-URI: {uri}\nData type: String\nValue:\n{value}\n\n");
    };
    let template = format!("(the whole of amana-{}.admx)", install.browser.as_str());
    setting("template", format!("{csp}/ConfigOperations/ADMXInstall/{app}/Policy/{app}"), &template);
    setting("install", format!("{csp}/Config/{app}~Policy~Amana/install"), "<enabled/>");
    for (name, value) in keys {
        let data = format!("<enabled/>\n<data id=\"{name}\" value=\"{}\"/>", xml(&data(value)));
        setting(name, format!("{csp}/Config/{app}~Policy~Amana/{name}"), &data.replace('\u{f000}', "&#xF000;"));
    }
    text
}

/// A text; of a list, its number and its text in turn, set apart as Windows' policy service wants it.
fn data(value: &Value) -> String {
    let Value::Array(texts) = value else { return value.as_str().unwrap_or_default().to_owned() };
    let numbered = texts.iter().filter_map(Value::as_str).enumerate();
    numbered.map(|(i, text)| format!("{}\u{f000}{text}", i + 1)).collect::<Vec<_>>().join("\u{f000}")
}
