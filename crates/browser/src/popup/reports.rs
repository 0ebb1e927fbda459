//! The popup's list of mistakes that the reader told: by category, rule and date, to be copied or deleted.

use std::rc::Rc;

use amana_charter::Lang;
use amana_messages::say;
use wasm_bindgen::prelude::*;

use crate::{
    page::Page,
    wire::{Ask, Status},
};

impl Page {
    /// Shows the mistakes that were told, the latest first.
    pub(super) fn show_reports(&self, Status { reports, .. }: &Status, lang: Lang) -> Result<(), JsValue> {
        self.hide("#reports", reports.is_empty())?;
        self.text("#reports-count", &say(lang, "popup-reports", &[("count", &reports.len().to_string())]))?;
        let list = self.select("#reports-list")?;
        list.set_text_content(None);
        for report in reports.iter().rev() {
            let title = say(lang, &format!("category-{}", report.category), &[]);
            let filled = [(".title", title.as_str()), (".rule", &report.rule), (".date", &report.date)];
            list.append_child(&*self.filled("#report", &filled)?)?;
        }
        self.text("#reports-copied", "")
    }

    /// Waits for clicks on the two buttons.
    pub(super) fn listen_for_reports(self: &Rc<Self>) -> Result<(), JsValue> {
        self.on("#reports-delete", "click", |_| Some(Ask::Forget))?;
        let page = Rc::clone(self);
        self.at("#reports-copy", "click", move |_| page.copy("#reports-list li", "#reports-copied"))
    }
}
