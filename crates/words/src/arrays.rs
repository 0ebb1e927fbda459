//! Arrays of numbers in a file that is read where it lies: nothing is copied when it is opened.

use std::{borrow::Cow, ops::Range};

/// An array of `u32`, little-endian, in its own bytes or in a file that stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Array(Cow<'static, [[u8; 4]]>);

impl Array {
    /// The number at `index`.
    #[inline]
    pub fn get(&self, index: usize) -> Option<u32> {
        self.0.get(index).map(|bytes| u32::from_le_bytes(*bytes))
    }

    /// The numbers in `range`; none where it goes beyond the end.
    #[inline]
    pub fn range(&self, range: Range<usize>) -> impl Iterator<Item = u32> + '_ {
        self.0.get(range).unwrap_or_default().iter().map(|bytes| u32::from_le_bytes(*bytes))
    }

    /// The range of indices in which the things of `key` lie, where this array holds where each key's things begin.
    #[inline]
    pub fn row(&self, key: usize) -> Range<usize> {
        let at = |index| self.get(index).map_or(0, |at| at as usize);
        at(key)..at(key.saturating_add(1))
    }

    /// The first index in `range`, in which numbers are sorted, at which there is at least `least`; the range's end when there is none.
    pub fn first_at_least(&self, least: u32, range: Range<usize>) -> usize {
        let (mut from, mut to) = (range.start, range.end);
        while from < to {
            let middle = from + (to - from) / 2;
            match self.get(middle) {
                Some(number) if number < least => from = middle + 1,
                _ => to = middle,
            }
        }
        from
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl FromIterator<u32> for Array {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        Self(Cow::Owned(numbers.into_iter().map(u32::to_le_bytes).collect()))
    }
}

/// Where each key's things begin, for things that are sorted by key: one number more than there are keys.
pub(crate) fn starts(keys: usize, sorted: impl IntoIterator<Item = usize>) -> Array {
    let mut counts = vec![0_u32; keys + 1];
    for key in sorted {
        if let Some(count) = counts.get_mut(key + 1) {
            *count += 1;
        }
    }
    counts
        .into_iter()
        .scan(0, |sum, count| {
            *sum += count;
            Some(*sum)
        })
        .collect()
}

/// Writes arrays and texts one after the other, each after its length.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub Vec<u8>);

impl Writer {
    pub fn bytes(&mut self, bytes: &[u8]) {
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.0.extend(length.to_le_bytes());
        self.0.extend(bytes);
    }

    pub fn array(&mut self, array: &Array) {
        self.bytes(array.0.as_flattened());
    }
}

/// Reads what a [`Writer`] wrote.
#[derive(Debug)]
pub(crate) struct Reader(pub &'static [u8]);

impl Reader {
    pub fn bytes(&mut self) -> Option<&'static [u8]> {
        let (length, rest) = self.0.split_first_chunk()?;
        let (bytes, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        self.0 = rest;
        Some(bytes)
    }

    pub fn array(&mut self) -> Option<Array> {
        self.bytes().map(|bytes| Array(Cow::Borrowed(bytes.as_chunks().0)))
    }
}
