//! A JSON value that still knows where it stands, as a serde deserializer.
//!
//! serde_json tells where it stopped reading; someone who writes a charter needs to know where the wrong value begins. So
//! every value stays raw text, a slice of the document, and is taken apart only when something wants it. No depth of
//! nesting costs stack: what the model does not name is never entered.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt;
use std::vec;

use serde::de::{DeserializeSeed, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::value::RawValue;

use crate::nearest;
use crate::problem::Problem;
use crate::syntax;

/// A value, as text of the document, and the byte offset where it begins there.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    text: &'a str,
    start: usize,
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
        let (_, value) = self.members().into_iter().find(|(name, _)| name.string().is_ok_and(|name| name == key))?;
        Some(value)
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

    /// The text that a string stands for.
    pub(crate) fn string(self) -> Result<String, Problem> {
        let broken = |_| Problem::new("half of a \\u pair stands alone", "write the character itself").at(self.start);
        serde_json::from_str(self.text).map_err(broken)
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

    /// The problem that this is not what was `expected`.
    pub(crate) fn refuse(self, expected: &dyn Expected) -> Problem {
        match self.deserialize_any(Refuse(expected)) {
            Ok(never) => match never {},
            Err(problem) => problem,
        }
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

    /// The first key that an object has twice.
    fn check_keys(members: &[(Self, Self)]) -> Result<(), Problem> {
        let mut seen = BTreeSet::new();
        for (key, _) in members {
            let name = key.string()?;
            if seen.contains(&name) {
                return Err(Problem::repeated(&name).at(key.start));
            }
            seen.insert(name);
        }
        Ok(())
    }

    fn visit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.text.bytes().next() {
            Some(b'{') => {
                let members = self.members();
                Self::check_keys(&members)?;
                visitor.visit_map(InObject { members: members.into_iter(), value: None })
            }
            Some(b'[') => visitor.visit_seq(InList(self.elements().into_iter())),
            Some(b'"') => visitor.visit_string(self.string()?),
            Some(b't' | b'f') => visitor.visit_bool(self.text == "true"),
            Some(b'n') => visitor.visit_unit(),
            _ => match self.text.parse() {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_f64(self.text.parse().unwrap_or(f64::NAN)),
            },
        }
    }
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.visit(visitor).map_err(|problem| problem.at(self.start))
    }

    /// Nothing in a charter may be null: a key that is there has a value.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    /// Only an object: serde would take a list of the fields too.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if self.text.starts_with('{') { self.deserialize_any(visitor) } else { Err(self.refuse(&visitor)) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if !self.text.starts_with('"') {
            return Err(self.refuse(&format!("one of {}", nearest::list(known)).as_str()));
        }
        let word: serde::de::value::StringDeserializer<Problem> = self.string()?.into_deserializer();
        visitor.visit_enum(word).map_err(|problem| problem.at(self.start))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

/// A key as a step of a path: `.names`, or `["two words"]`.
fn step(key: Value<'_>) -> String {
    let name = key.string().unwrap_or_else(|_| key.text.to_owned());
    let plain = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '$');
    if !name.is_empty() && name.chars().all(plain) { format!(".{name}") } else { format!("[{name:?}]") }
}

/// The members of an object that is being read.
struct InObject<'de> {
    members: vec::IntoIter<(Value<'de>, Value<'de>)>,
    value: Option<Value<'de>>,
}

impl<'de> MapAccess<'de> for InObject<'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Problem> {
        let Some((key, value)) = self.members.next() else { return Ok(None) };
        self.value = Some(value);
        placed(key, seed).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        match self.value.take() {
            Some(value) => placed(value, seed),
            None => Err(Problem::custom("a value was asked for before its key")),
        }
    }
}

/// The elements of a list that is being read.
struct InList<'de>(vec::IntoIter<Value<'de>>);

impl<'de> SeqAccess<'de> for InList<'de> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Problem> {
        self.0.next().map(|element| placed(element, seed)).transpose()
    }
}

/// Reads `value`; what a type finds wrong after reading it stands at its start too.
fn placed<'de, T: DeserializeSeed<'de>>(value: Value<'de>, seed: T) -> Result<T::Value, Problem> {
    seed.deserialize(value).map_err(|problem| problem.at(value.start))
}

/// Takes nothing, and says what was expected.
struct Refuse<'a>(&'a dyn Expected);

impl Visitor<'_> for Refuse<'_> {
    type Value = Infallible;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
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
