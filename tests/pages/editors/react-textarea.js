import { createElement, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

export const make = (place) => {
  let state;
  const Post = () => {
    state = useState("");
    const [value, change] = state;
    return createElement("textarea", { placeholder: "Write a post", value, onChange: (event) => change(event.target.value) });
  };
  const root = createRoot(place);
  flushSync(() => root.render(createElement(Post)));
  return {
    field: place.querySelector("textarea"),
    value: () => state[0],
    set: (text) => flushSync(() => state[1](text)),
    destroy: () => root.unmount(),
  };
};
