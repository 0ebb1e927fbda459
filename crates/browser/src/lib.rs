//! Everything in Rust that runs inside the browser.
//!
//! [`Service`] is the background: one instance for all tabs, the only place with a charter. [`popup()`] and [`doctor()`] fill the
//! pages of these names. All talk to the browser through `chrome`, which Chromium and Firefox share; what can be decided without a
//! browser stands in modules of its own (`force`, `managed`, `role`, `answer`) and is tested natively.
//!
//! What does not belong here: matching (that is `amana-checker`), and what the command line needs too.

mod answer;
mod chrome;
mod company;
mod dismiss;
mod doctor;
mod force;
mod frame;
mod managed;
mod page;
mod pilot;
mod popup;
mod role;
mod rollout;
mod service;
mod settings;
mod sites;
mod wire;

pub use doctor::doctor;
pub use popup::popup;
pub use service::Service;
