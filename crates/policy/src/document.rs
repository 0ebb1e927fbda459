//! A policy file, in whichever of the forms that administrators keep it: where Amana's part of it stands.

use serde_json::{Map, Value};

use crate::{FIREFOX_ID, Key, Problem};

/// For whom a policy file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Amana's own keys by themselves: `{"charter": …}`.
    Keys,
    /// The policies of Chromium browsers: `{"3rdparty": {"extensions": …}}`.
    Chromium,
    /// Firefox's `policies.json`: `{"policies": …}`.
    Firefox,
    /// What the Google Admin console takes for one extension: `{"charter": {"Value": …}}`.
    GoogleAdmin,
}

/// A policy file, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its form.
    pub form: Form,
    /// Where Amana's keys stand, such as `3rdparty.extensions.abc…`; empty where they are the whole file.
    pub place: String,
    /// Amana's keys.
    pub keys: Map<String, Value>,
    /// The policies around them; empty in a file that holds Amana's keys alone.
    pub around: Map<String, Value>,
}

impl Document {
    /// Takes a file apart.
    ///
    /// # Errors
    ///
    /// It is no JSON object, or there is nothing for Amana in it; the problem says what was looked for, and where.
    ///
    /// ```
    /// use amana_policy::{Document, Form};
    /// let file = r#"{"policies": {"3rdparty": {"Extensions": {"amana@amana.example": {"language": "he"}}}}}"#;
    /// let document = Document::read(file)?;
    /// assert_eq!((document.form, document.keys.len()), (Form::Firefox, 1));
    /// # Ok::<(), amana_policy::Problem>(())
    /// ```
    pub fn read(json: &str) -> Result<Self, Problem> {
        let text = json.strip_prefix('\u{feff}').unwrap_or(json);
        let given: Map<String, Value> = serde_json::from_str(text).map_err(|error| no_json(&error))?;
        if let Some(policies) = given.get("policies") {
            return Self::inside(Form::Firefox, "policies.", &object("policies", policies)?);
        }
        if given.contains_key("3rdparty") {
            return Self::inside(Form::Chromium, "", &given);
        }
        if let Some(keys) = google_admin(&given) {
            return Ok(Self { form: Form::GoogleAdmin, place: String::new(), keys, around: Map::new() });
        }
        if given.keys().any(|key| Key::named(key).is_some()) {
            return Ok(Self { form: Form::Keys, place: String::new(), keys: given, around: Map::new() });
        }
        let found = "there is nothing for Amana here: no \"3rdparty\", no \"policies\", none of its keys";
        Err(Problem::new("the file", found, "write one with `amana policy export`"))
    }

    /// The id under which Amana's keys stand.
    #[must_use]
    pub fn id(&self) -> &str {
        self.place.split_once("xtensions.").map_or("", |(_, id)| id)
    }

    fn inside(form: Form, before: &str, around: &Map<String, Value>) -> Result<Self, Problem> {
        let (folder, id) = match form {
            Form::Firefox => ("Extensions", Some(FIREFOX_ID)),
            _ => ("extensions", None),
        };
        let place = format!("{before}3rdparty.{folder}");
        let found = around.get("3rdparty").and_then(|third| third.get(folder));
        let Some(found) = found else {
            let advice = format!("{} reads \"{folder}\", with this very capital or small letter", name(form));
            return Err(Problem::new(place, "it is missing", advice));
        };
        let all = object(&place, found)?;
        let Some((id, keys)) = all.iter().find(|(key, value)| ours(key, value, id)) else {
            let advice = id
                .map_or("write the store's or the package's id, and Amana's keys under it".to_owned(), |id| {
                    format!("write \"{id}\", and Amana's keys under it")
                });
            return Err(Problem::new(place, "none of these extensions is Amana", advice));
        };
        let place = format!("{place}.{id}");
        Ok(Self { form, keys: object(&place, keys)?, place, around: around.clone() })
    }
}

/// Whose policies these are.
fn name(form: Form) -> &'static str {
    if form == Form::Firefox { "Firefox" } else { "Chromium" }
}

/// Whether the policy under `key` is Amana's: by its id where that is known, else by its keys.
fn ours(key: &str, value: &Value, id: Option<&str>) -> bool {
    let keys = || value.as_object().is_some_and(|keys| keys.keys().any(|key| Key::named(key).is_some()));
    id.map_or_else(keys, |id| key == id)
}

/// Amana's keys, when every value is wrapped as the Admin console wants it.
fn google_admin(given: &Map<String, Value>) -> Option<Map<String, Value>> {
    let unwrapped = given.iter().map(|(key, value)| Some((key.clone(), value.get("Value")?.clone())));
    unwrapped.collect::<Option<Map<_, _>>>().filter(|keys| !keys.is_empty())
}

fn object(place: &str, value: &Value) -> Result<Map<String, Value>, Problem> {
    value.as_object().cloned().ok_or_else(|| Problem::value(place, value, "write an object in { }"))
}

fn no_json(error: &serde_json::Error) -> Problem {
    let place = format!("line {}, column {}", error.line(), error.column());
    let said = error.to_string();
    let found = said.rsplit_once(" at line ").map_or(said.as_str(), |(found, _)| found).to_owned();
    Problem::new(place, format!("this is no JSON object: {found}"), "a browser drops the whole file; mend it here")
}
