//! FNV-1a with 64 bits: the same number on every platform and in every build, which std's hashers do not promise.

use std::io;

const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Takes bytes in, one number out.
pub(crate) struct Fnv(u64);

impl Fnv {
    /// The hash of no bytes.
    pub(crate) fn new() -> Self {
        Self(OFFSET_BASIS)
    }

    /// The hash of all bytes written so far.
    pub(crate) fn finish(&self) -> u64 {
        self.0
    }
}

impl io::Write for Fnv {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::Fnv;

    #[test]
    fn published_vectors() {
        for (text, expected) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            let mut hasher = Fnv::new();
            hasher.write_all(text.as_bytes()).unwrap();
            assert_eq!(hasher.finish(), expected, "{text:?}");
        }
    }
}
