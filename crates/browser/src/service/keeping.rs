//! Keeps what readers set aside, and lets go of it, on the device and in what is open now.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::State;
use crate::{chrome::Port, dismiss::SetAside, wire::ToContent};

/// Keeps what the reader set aside in the frame behind `port`, and has the same sentence fall quiet in every other one.
pub(super) fn keep(state: &Rc<RefCell<State>>, port: &Port) {
    let set_aside = state.borrow().set_aside.clone();
    spawn_local(async move {
        // Storage that can't be written costs the memory of it, once the background sleeps.
        let _ = set_aside.keep().await;
    });
    state.borrow().tell(|frame| frame.port != *port, &ToContent::Resend);
}

/// Reads anew what is kept, which somebody else took away.
pub(super) fn reload(state: &Rc<RefCell<State>>) {
    let state = Rc::clone(state);
    spawn_local(async move {
        // Storage that can't be read leaves everything as it was.
        if let Ok(set_aside) = SetAside::load().await {
            state.borrow_mut().set_aside = set_aside;
        }
    });
}

/// Deletes the mistakes that were told.
pub(super) async fn forget_reports(state: &Rc<RefCell<State>>) -> Result<JsValue, JsValue> {
    state.borrow_mut().set_aside.reports.clear();
    // A copy: nothing stays borrowed while the browser writes.
    let set_aside = state.borrow().set_aside.clone();
    set_aside.keep().await.map(|()| JsValue::TRUE)
}
