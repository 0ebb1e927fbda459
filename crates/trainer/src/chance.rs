//! Chance that is the same each time.

/// A row of numbers that looks like chance (xorshift64, Marsaglia 2003).
pub(crate) struct Chance(u64);

impl Default for Chance {
    fn default() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }
}

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Another order.
    pub fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            let bound = u64::try_from(last + 1).unwrap_or(u64::MAX);
            order.swap(last, usize::try_from(self.next() % bound).unwrap_or(0));
        }
    }

    /// A number between `-bound` and `bound`.
    pub fn within(&mut self, bound: f32) -> f32 {
        let [.., high, low] = self.next().to_be_bytes();
        (f32::from(u16::from_be_bytes([high, low])) / f32::from(u16::MAX) * 2.0 - 1.0) * bound
    }
}
