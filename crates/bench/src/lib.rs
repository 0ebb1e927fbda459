//! The checker by itself, as the bench drives it: the same few calls natively and as WebAssembly, without a browser's `chrome`.
//!
//! It does not ship, and only passes on. What is measured, and how, stands in `tests/bench`.

use amana_charter::Charter;
use amana_checker::{Cache, Checker, Finding};
use wasm_bindgen::prelude::*;

/// A checker, and what it read of the post that is being written.
#[wasm_bindgen]
pub struct Bench {
    checker: Checker,
    cache: Cache,
}

#[wasm_bindgen]
impl Bench {
    /// Reads a charter, which is JSON, and makes its checker.
    ///
    /// # Errors
    /// When it is no charter; the message tells what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(charter: &str) -> Result<Self, String> {
        let charter = Charter::read(charter).map_err(|error| error.to_string())?.charter;
        Ok(Self { checker: Checker::new(&charter).0, cache: Cache::default() })
    }

    /// Checks a post. What is found comes back as starts and ends in turn, in UTF-16 code units.
    #[must_use]
    pub fn check(&self, post: &str) -> Vec<u32> {
        spans(&self.checker.check(post))
    }

    /// The same for a post that is being written, of which only what changed is read.
    pub fn check_again(&mut self, post: &str) -> Vec<u32> {
        spans(&self.checker.check_again(post, &mut self.cache))
    }

    /// Checks the name of an account. What is found comes back as from a post.
    #[must_use]
    pub fn check_name(&self, name: &str) -> Vec<u32> {
        spans(&self.checker.check_name(name))
    }

    /// Forgets the post that was being written.
    pub fn forget(&mut self) {
        self.cache = Cache::default();
    }
}

fn spans(found: &[Finding]) -> Vec<u32> {
    found.iter().flat_map(|finding| [finding.span.start, finding.span.end]).collect()
}
