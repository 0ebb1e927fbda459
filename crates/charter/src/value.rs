//! A JSON value that still knows where it stands.
//!
//! serde_json tells where it stopped reading; someone who writes a charter needs to know where the wrong value begins. So
//! every value stays raw text, a slice of the document, and is taken apart only when something wants it. No depth of
//! nesting costs stack: what the model does not name is never entered.

use std::borrow::Cow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::problem::Problem;
use crate::syntax;

/// A value, as text of the document, and the byte offset where it begins there.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    text: &'a str,
    start: usize,
}

/// A value with what it has, when it is an object, so that it need not be taken apart again.
pub(crate) struct Object<'a> {
    pub(crate) value: Value<'a>,
    /// Its keys and values; of what is no object, none.
    pub(crate) members: Vec<(Value<'a>, Value<'a>)>,
}

impl<'a> Object<'a> {
    pub(crate) fn of(value: Value<'a>) -> Self {
        Self { value, members: value.members() }
    }

    /// What it has under `key`.
    pub(crate) fn member(&self, key: &str) -> Option<Value<'a>> {
        let named = |name: Value<'_>| name.string().is_ok_and(|name| name == key);
        self.members.iter().find(|(name, _)| named(*name)).map(|(_, value)| *value)
    }
}

impl<'a> Value<'a> {
    /// The document's one value, its syntax checked throughout.
    pub(crate) fn parse(document: &'a str) -> Result<Self, Problem> {
        match serde_json::from_str::<&RawValue>(document) {
            Ok(raw) => Ok(Self { text: document, start: 0 }.inner(raw)),
            Err(error) => Err(syntax::explain(document, &error)),
        }
    }

    /// As it is written.
    pub(crate) fn text(self) -> &'a str {
        self.text
    }

    /// Where it begins, in bytes of the document.
    pub(crate) fn start(self) -> usize {
        self.start
    }

    /// What an object has under `key`; nothing in what is no object.
    pub(crate) fn member(self, key: &str) -> Option<Self> {
        Object::of(self).member(key)
    }

    /// An object's keys and values; of what is no object, none.
    pub(crate) fn members(self) -> Vec<(Self, Self)> {
        let Members(members) = serde_json::from_str(self.text).unwrap_or_default();
        members.into_iter().map(|(key, value)| (self.inner(key), self.inner(value))).collect()
    }

    /// A list's elements; of what is no list, none.
    pub(crate) fn elements(self) -> Vec<Self> {
        let elements: Vec<&RawValue> = serde_json::from_str(self.text).unwrap_or_default();
        elements.into_iter().map(|element| self.inner(element)).collect()
    }

    /// The text that a string stands for; as it is written, where nothing in it is escaped.
    pub(crate) fn string(self) -> Result<Cow<'a, str>, Problem> {
        let written = self.text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        if let Some(plain) = written.filter(|text| !text.as_bytes().contains(&b'\\')) {
            return Ok(Cow::Borrowed(plain));
        }
        let broken = |_| Problem::new("half of a \\u pair stands alone", "write the character itself").at(self.start);
        serde_json::from_str(self.text).map(Cow::Owned).map_err(broken)
    }

    /// The JSON path to what stands at `offset`, seen from this value; empty for the value itself.
    pub(crate) fn path_to(self, offset: usize) -> String {
        let (mut path, mut here) = (String::new(), self);
        while let Some((step, child)) = here.child_at(offset) {
            path.push_str(&step);
            here = child;
        }
        path.trim_start_matches('.').to_owned()
    }

    /// A part of this value that serde_json lent from its text.
    fn inner(self, raw: &'a RawValue) -> Self {
        let distance = raw.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        Self { text: raw.get(), start: self.start + distance }
    }

    /// The step to the member (its key included) or element around `offset`.
    fn child_at(self, offset: usize) -> Option<(String, Self)> {
        let around = |start: usize, value: Self| (start..value.start + value.text.len()).contains(&offset);
        let member = self.members().into_iter().find(|(key, value)| around(key.start, *value));
        if let Some((key, value)) = member {
            return Some((step(key), value));
        }
        let mut elements = self.elements().into_iter().enumerate();
        let (index, value) = elements.find(|(_, value)| around(value.start, *value))?;
        Some((format!("[{index}]"), value))
    }
}

/// A key as a step of a path: `.names`, or `["two words"]`.
fn step(key: Value<'_>) -> String {
    let name = key.string().unwrap_or(Cow::Borrowed(key.text));
    let plain = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '$');
    if !name.is_empty() && name.chars().all(plain) { format!(".{name}") } else { format!("[{name:?}]") }
}

/// An object's keys and values as raw text, repeated keys included.
#[derive(Default)]
struct Members<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

/// Collects [`Members`].
struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
