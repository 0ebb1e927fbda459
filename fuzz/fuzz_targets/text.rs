//! Any text, as a post that is being written: each page (a form feed ends one) is what the box holds next.
#![no_main]

use std::sync::LazyLock;

use amana_checker::{Cache, Checker};
use amana_fuzz::{PAGE, golden_pages, try_text};
use libfuzzer_sys::fuzz_target;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(&golden_pages()).0);

fuzz_target!(|pages: &str| {
    let mut cache = Cache::default();
    let mut written = String::new();
    for page in pages.split(PAGE) {
        try_text(&CHECKER, page, &mut cache);
        // Typed on after what stood before: the sentences at the seam change, the others were read before.
        if !written.is_empty() {
            try_text(&CHECKER, &format!("{written}{page}"), &mut cache);
        }
        written = format!("{page}{written}");
    }
});
