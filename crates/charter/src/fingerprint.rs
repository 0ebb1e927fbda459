//! Names that a charter holds without telling them: as salted hashes.

use std::fmt;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Names as fingerprints, beside the lists of names; made by `amana charter fingerprint`.
///
/// Who reads the charter doesn't read the names. Who has a list of names to try can find out which of them are in it: see
/// `docs/names.md`.
///
/// ```
/// use amana_charter::Charter;
/// let json = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "fingerprints": {
///   "scheme": 1, "salt": "000102030405060708090a0b0c0d0e0f", "customers": ["00c0ffee00000000000000"]}}"#;
/// let fingerprints = Charter::read(json)?.charter.fingerprints;
/// assert_eq!(fingerprints.map(|prints| prints.customers.len()), Some(1));
/// # Ok::<(), amana_charter::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object, as `amana charter fingerprint` makes it")]
pub struct Fingerprints {
    /// How they were made.
    pub scheme: Scheme,
    /// The salt that went into all of them.
    pub salt: Salt,
    /// People of the company.
    #[serde(default)]
    pub people: Vec<Fingerprint>,
    /// Its competitors.
    #[serde(default)]
    pub competitors: Vec<Fingerprint>,
    /// Its customers.
    #[serde(default)]
    pub customers: Vec<Fingerprint>,
    /// Its suppliers.
    #[serde(default)]
    pub suppliers: Vec<Fingerprint>,
    /// Names of what it works on.
    #[serde(default)]
    pub projects: Vec<Fingerprint>,
}

impl Fingerprints {
    /// With a salt, and no name yet.
    ///
    /// ```
    /// use amana_charter::{Fingerprints, Salt};
    /// assert!(Fingerprints::new(Salt::new([7; 16])).people.is_empty());
    /// ```
    #[must_use]
    pub fn new(salt: Salt) -> Self {
        let [people, competitors, customers, suppliers, projects] = [const { Vec::new() }; 5];
        Self { scheme: Scheme, salt, people, competitors, customers, suppliers, projects }
    }

    /// Every list, with its key in the charter.
    ///
    /// ```
    /// use amana_charter::{Fingerprints, Salt};
    /// assert_eq!(Fingerprints::new(Salt::new([7; 16])).lists()[4].0, "projects");
    /// ```
    #[must_use]
    pub fn lists(&self) -> [(&'static str, &[Fingerprint]); 5] {
        [
            ("people", &self.people),
            ("competitors", &self.competitors),
            ("customers", &self.customers),
            ("suppliers", &self.suppliers),
            ("projects", &self.projects),
        ]
    }
}

/// The way in which fingerprints are made: 1, the only one so far. A change of how words are compared will be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scheme;

impl Scheme {
    /// Its number.
    pub const NUMBER: u8 = 1;
}

impl Serialize for Scheme {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(Self::NUMBER)
    }
}

impl<'de> Deserialize<'de> for Scheme {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u64::deserialize(deserializer)?;
        let advice = "1; make the fingerprints anew with this version's `amana charter fingerprint`";
        let other = || Error::invalid_value(Unexpected::Unsigned(number), &advice);
        (number == u64::from(Self::NUMBER)).then_some(Self).ok_or_else(other)
    }
}

/// Random bytes that make one charter's fingerprints unlike another's. In JSON: 32 hexadecimal digits.
///
/// ```
/// use amana_charter::Salt;
/// let salt: Salt = serde_json::from_str(r#""000102030405060708090a0b0c0d0e0f""#)?;
/// assert_eq!(salt.bytes()[15], 15);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt([u8; 16]);

impl Salt {
    /// Of these bytes, which should be random.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Salt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl Serialize for Salt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Salt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = hex(&text, 32).and_then(|digits| u128::from_str_radix(digits, 16).ok());
        let advice = "32 hexadecimal digits, as `amana charter fingerprint` makes them";
        let salt = number.map(|number| Self(number.to_be_bytes()));
        salt.ok_or_else(|| Error::invalid_value(Unexpected::Str(&text), &advice))
    }
}

/// One spelling of one name. In JSON: 22 hexadecimal digits.
///
/// ```
/// use amana_charter::Fingerprint;
/// let print: Fingerprint = serde_json::from_str(r#""00c0ffee0000000000002a""#)?;
/// assert_eq!((print.sieve, print.hash), (0xc0ff, 0xee00_0000_0000_002a));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// 24 bits that are cheap to compute: what passes them is hashed.
    pub sieve: u32,
    /// The first 64 bits of the hash.
    pub hash: u64,
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:06x}{:016x}", self.sieve, self.hash)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let parts = hex(&text, 22).and_then(|digits| digits.split_at_checked(6));
        let read = parts.and_then(|(sieve, hash)| {
            Some(Self { sieve: u32::from_str_radix(sieve, 16).ok()?, hash: u64::from_str_radix(hash, 16).ok()? })
        });
        let advice = "a fingerprint, 22 hexadecimal digits, as `amana charter fingerprint` makes them";
        read.ok_or_else(|| Error::invalid_value(Unexpected::Str(&text), &advice))
    }
}

/// `text` when it is so many hexadecimal digits: a number may also have a sign, a fingerprint may not.
fn hex(text: &str, digits: usize) -> Option<&str> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(text)
}
