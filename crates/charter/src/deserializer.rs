//! A [`Value`] as a serde deserializer, whose errors stand where the wrong value begins.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt;
use std::vec;

use serde::de::value::{CowStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};

use crate::nearest;
use crate::problem::Problem;
use crate::value::{Object, Value};

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.visit(visitor).map_err(|problem| problem.at(self.start()))
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
        if self.text().starts_with('{') { self.deserialize_any(visitor) } else { Err(self.refuse(&visitor)) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if !self.text().starts_with('"') {
            return Err(self.refuse(&format!("one of {}", nearest::list(known)).as_str()));
        }
        let word: CowStrDeserializer<'_, Problem> = self.string()?.into_deserializer();
        visitor.visit_enum(word)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

impl<'a> Value<'a> {
    /// The problem that this is not what was `expected`.
    pub(crate) fn refuse(self, expected: &dyn Expected) -> Problem {
        match self.deserialize_any(Refuse(expected)) {
            Ok(never) => match never {},
            Err(problem) => problem,
        }
    }

    fn visit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.text().bytes().next() {
            Some(b'{') => visitor.visit_map(InObject::of(self.members())?),
            Some(b'[') => visitor.visit_seq(InList(self.elements().into_iter())),
            Some(b'"') => match self.string()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            Some(b't' | b'f') => visitor.visit_bool(self.text() == "true"),
            Some(b'n') => visitor.visit_unit(),
            _ => match self.text().parse() {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_f64(self.text().parse().unwrap_or(f64::NAN)),
            },
        }
    }
}

impl<'a> Object<'a> {
    /// Reads what it is, as [`Value`] would be read.
    pub(crate) fn read<T: Deserialize<'a>>(&self) -> Result<T, Problem> {
        if !self.value.text().starts_with('{') {
            return T::deserialize(self.value);
        }
        let read =
            InObject::of(self.members.clone()).and_then(|members| T::deserialize(MapAccessDeserializer::new(members)));
        read.map_err(|problem| problem.at(self.value.start()))
    }
}

/// An object may have each key once.
fn check_keys(members: &[(Value<'_>, Value<'_>)]) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    for (key, _) in members {
        let name = key.string()?;
        if seen.contains(&name) {
            return Err(Problem::repeated(&name).at(key.start()));
        }
        seen.insert(name);
    }
    Ok(())
}

/// The members of an object that is being read.
struct InObject<'de> {
    members: vec::IntoIter<(Value<'de>, Value<'de>)>,
    value: Option<Value<'de>>,
}

impl<'de> InObject<'de> {
    fn of(members: Vec<(Value<'de>, Value<'de>)>) -> Result<Self, Problem> {
        check_keys(&members)?;
        Ok(Self { members: members.into_iter(), value: None })
    }
}

impl<'de> MapAccess<'de> for InObject<'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Problem> {
        let Some((key, value)) = self.members.next() else {
            return Ok(None);
        };
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

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// Reads `value`; what a type finds wrong after reading it stands at its start too.
fn placed<'de, T: DeserializeSeed<'de>>(value: Value<'de>, seed: T) -> Result<T::Value, Problem> {
    seed.deserialize(value).map_err(|problem| problem.at(value.start()))
}

/// Takes nothing, and says what was expected.
struct Refuse<'a>(&'a dyn Expected);

impl Visitor<'_> for Refuse<'_> {
    type Value = Infallible;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
