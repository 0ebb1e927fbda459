//! A frame of a page, as far as the background knows it.

use std::collections::{BTreeMap, BTreeSet};

use amana_checker::{Cache, Finding};

use crate::{chrome::Port, sites, wire::Shown};

/// A frame of a page, by its port.
pub(crate) struct Frame {
    pub port: Port,
    pub tab: Option<i32>,
    /// Its tab and its number there: the same before and after the background slept.
    pub name: String,
    /// The fields that were asked about through this port.
    pub asked: BTreeSet<u32>,
    pub host: String,
    /// Whether this is the page itself, and not a frame in it.
    pub is_page: bool,
    /// Whether it was asked which account is signed in.
    pub is_account_asked: bool,
    /// What the name of the account that is signed in says of the company; the name itself is not kept.
    pub account: Option<Finding>,
    /// What was found, by field.
    pub found: BTreeMap<u32, Vec<Shown>>,
    /// The sentences of the field that was written in last.
    pub cache: Cache,
}

impl Frame {
    /// A frame that opened its port just now.
    pub fn of(port: Port) -> Self {
        let sender = port.sender();
        let address = sender.as_ref().and_then(|s| s.origin().filter(|origin| origin != "null").or_else(|| s.url()));
        let tab = sender.as_ref().and_then(|s| s.tab()).and_then(|t| t.id());
        let number = sender.as_ref().and_then(|s| s.frame_id());
        Self {
            name: format!("{} {}", tab.unwrap_or_default(), number.unwrap_or_default()),
            asked: BTreeSet::new(),
            tab,
            is_page: number == Some(0),
            host: address.and_then(|address| sites::host(&address)).unwrap_or_default(),
            port,
            is_account_asked: false,
            account: None,
            found: BTreeMap::new(),
            cache: Cache::default(),
        }
    }

    /// One of its fields, by a name that is the same before and after the background slept.
    pub fn field(&self, field: u32) -> String {
        format!("{} {field}", self.name)
    }

    /// A cache belongs to one checker, and so does what was found in a name.
    pub fn forget_checker(&mut self) {
        self.cache = Cache::default();
        (self.account, self.is_account_asked) = (None, false);
    }

    /// Lets go of all that was found.
    pub fn clear(&mut self) {
        self.found.clear();
        self.account = None;
        self.is_account_asked = false;
    }
}
