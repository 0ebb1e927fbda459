//! The weights of features: a table that is made in one go and then read a thousand times a post.
//!
//! Most features of a post have no weight. A set of bits, small enough to stay close at hand, says so for nine of ten of them.

use crate::{
    bits::Bits,
    layer::{HEADS, PerHead},
};

/// Weights by feature.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Weights {
    /// Features with a weight.
    known: Bits,
    /// Where the features begin that have these lowest bits.
    starts: Vec<u32>,
    /// Each feature with its weights.
    rows: Vec<(u32, PerHead<i8>)>,
}

/// How many of the lowest bits the table tells apart: as many rows as there are features, or so.
const START_BITS: u32 = 15;

impl Weights {
    /// Whether no feature has any weight.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many features have one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The weights of a feature, when it has any.
    #[must_use]
    #[inline]
    pub fn get(&self, feature: u32) -> Option<&PerHead<i8>> {
        if self.known.may_have(feature) { self.look_up(feature) } else { None }
    }

    fn look_up(&self, feature: u32) -> Option<&PerHead<i8>> {
        let start = start(feature);
        let (from, to) = (*self.starts.get(start)?, *self.starts.get(start + 1)?);
        let row = self.rows.get(from as usize..to as usize)?;
        row.iter().find(|(own, _)| *own == feature).map(|(_, weights)| weights)
    }

    /// Writes how many features there are, each as its distance from the one before, then their weights head by head:
    /// like stands by like, and packs smaller.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let mut rows = self.rows.clone();
        rows.sort_unstable();
        out.extend(u32::try_from(rows.len()).unwrap_or(u32::MAX).to_le_bytes());
        let mut before = 0;
        for (feature, _) in &rows {
            write_number(feature - before, out);
            before = *feature;
        }
        for head in 0..HEADS {
            let weight = |weights: &PerHead<i8>| weights.get(head).copied().unwrap_or_default();
            out.extend(rows.iter().flat_map(|(_, weights)| weight(weights).to_le_bytes()));
        }
    }

    /// Reads what [`Weights::write`] wrote, to the end.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let (count, mut rest) = bytes.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        let mut feature = 0_u32;
        let mut features = Vec::new();
        for _ in 0..count {
            feature = feature.checked_add(read_number(&mut rest)?)?;
            features.push(feature);
        }
        let weight = |head: usize, row: usize| rest.get(head * count + row).map(|b| i8::from_le_bytes([*b]));
        let row = |(row, feature)| {
            let mut weights = [0; HEADS];
            for (head, slot) in weights.iter_mut().enumerate() {
                *slot = weight(head, row)?;
            }
            Some((feature, weights))
        };
        features.into_iter().enumerate().map(row).collect()
    }
}

/// A number in as few bytes as it needs, seven bits each, the lowest first (LEB128).
fn write_number(mut number: u32, out: &mut Vec<u8>) {
    loop {
        let [low, ..] = (number & 0x7f).to_le_bytes();
        number >>= 7;
        out.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

/// Reads a number and goes on behind it.
fn read_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..u32::BITS).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

impl FromIterator<(u32, PerHead<i8>)> for Weights {
    fn from_iter<I: IntoIterator<Item = (u32, PerHead<i8>)>>(rows: I) -> Self {
        let mut sorted: Vec<(u32, PerHead<i8>)> = rows.into_iter().collect();
        // Costs next to nothing where they are sorted already, as in a file.
        sorted.sort_unstable();
        let starts = starts(&sorted);
        let mut out = Self { known: Bits::default(), rows: sorted.clone(), starts: starts.clone() };
        let mut next = starts;
        for row in sorted {
            out.known.insert(row.0);
            let Some(place) = next.get_mut(start(row.0)) else { continue };
            out.rows.get_mut(*place as usize).into_iter().for_each(|slot| *slot = row);
            *place += 1;
        }
        out
    }
}

/// How many of the features have lower lowest bits, for each value of these.
fn starts(rows: &[(u32, PerHead<i8>)]) -> Vec<u32> {
    let mut starts = vec![0; (1 << START_BITS) + 1];
    for (feature, _) in rows {
        starts.get_mut(start(*feature) + 1).into_iter().for_each(|count| *count += 1);
    }
    let mut sum = 0;
    for count in &mut starts {
        sum += *count;
        *count = sum;
    }
    starts
}

fn start(feature: u32) -> usize {
    (feature & ((1 << START_BITS) - 1)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_is_found_and_read_back() {
        let rows = |n: u32| (n.wrapping_mul(0x9e37_79b9), [1, -2, 3, -4, i8::from_le_bytes([n.to_le_bytes()[0]]), 5]);
        let made: Weights = (0..5_000).map(rows).collect();
        assert!((0..5_000).map(rows).all(|(feature, weights)| made.get(feature) == Some(&weights)));
        assert!((5_000..10_000).map(rows).all(|(feature, _)| made.get(feature).is_none()));
        let mut bytes = Vec::new();
        made.write(&mut bytes);
        assert_eq!(Weights::read(&bytes), Some(made));
        assert!(Weights::default().get(1).is_none());
    }
}
