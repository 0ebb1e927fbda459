// A profile's editor whose every field React controls: what is typed is React's state, and React writes it back.
import { createElement as make, useState } from "react";
import { createRoot } from "react-dom/client";

const FIELDS = [
  ["display", "Name", {}],
  ["username", "Username", { autoComplete: "off" }],
  ["email", "Email", { type: "email" }],
  ["phone", "Phone number", { type: "tel" }],
  ["city", "Location", {}],
  ["code", "Verification code", {}],
  ["search", "Search for a picture", {}],
];

function Editor() {
  const [state, setState] = useState({});
  const change = ({ target }) => setState((before) => ({ ...before, [target.id]: target.value }));
  const field = ([id, label, more]) =>
    make("label", { key: id }, label, make("input", { id, value: state[id] ?? "", onChange: change, ...more }));
  return make(
    "div",
    { role: "dialog", "aria-label": "Edit profile" },
    ...FIELDS.map(field),
    make("button", { type: "button" }, "Save"),
    // What React holds, for the tests.
    make("output", { id: "state" }, JSON.stringify(state)),
  );
}

createRoot(document.body.appendChild(document.createElement("main"))).render(make(Editor));
