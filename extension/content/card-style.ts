/** How the card looks: calm, legible, in the colours of the reader's system. */

/** The card's style sheet. */
export const CARD_STYLE = `
.card {
  --back: #fff; --ink: #1f2328; --soft: #57606a; --line: #d8dee4; --hover: #f0f3f6; --warn: #b35900; --notice: #0b7a72;
  --shadow: 0 1px 2px rgb(27 31 36 / 12%), 0 8px 28px rgb(27 31 36 / 18%);
  all: initial; position: fixed; inset: auto; box-sizing: border-box; width: 340px; max-width: calc(100vw - 16px); margin: 0;
  padding: 14px 16px 10px; overflow: auto; overscroll-behavior: contain; pointer-events: auto; cursor: default;
  color-scheme: light; background: var(--back); color: var(--ink); border: 1px solid var(--line);
  border-radius: 12px; box-shadow: var(--shadow); overflow-wrap: break-word;
  font: 14px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans Hebrew", Arial, sans-serif;
}
.card:not(:popover-open) { display: none; }
.card * { box-sizing: border-box; margin: 0; padding: 0; font: inherit; color: inherit; }
.card [hidden] { display: none; }
.head { display: flex; align-items: center; gap: 8px; margin-block: -4px 4px; margin-inline-end: -6px; }
.sign { flex: none; width: 18px; height: 8px; color: var(--warn); }
.notice .sign { color: var(--notice); stroke-width: 2.5; }
.card .title { flex: 1; font-weight: 600; font-size: 15px; line-height: 1.35; }
.card .clause { margin-block: 8px; padding-inline-start: 10px; border-inline-start: 3px solid var(--line); color: var(--soft); }
.card .contact { margin-block-start: 8px; }
.clause::before { content: open-quote; }
.clause::after { content: close-quote; }
.foot { display: flex; align-items: center; gap: 2px; min-height: 28px; margin-block-start: 6px; margin-inline-end: -6px; }
.card .name { flex: 1; font-size: 12px; color: var(--soft); }
.card .count { font-size: 12px; color: var(--soft); padding-inline: 4px; font-variant-numeric: tabular-nums; }
button {
  all: unset; flex: none; display: grid; place-items: center; width: 28px; height: 28px; border-radius: 8px; cursor: pointer;
}
.card button { color: var(--soft); }
button:hover { background: var(--hover); }
svg { fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
button svg { width: 16px; height: 16px; }
:dir(rtl) > button.turns svg { transform: scaleX(-1); }
.card:focus-visible, button:focus-visible { outline: 2px solid #2f74d0; outline-offset: 1px; }
@media (prefers-color-scheme: dark) {
  .card {
    --back: #24282e; --ink: #e9edf1; --soft: #a9b3bd; --line: #3d444d; --hover: #353b43; --warn: #f0a04b; --notice: #4cc4b8;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 50%); color-scheme: dark;
  }
  .card:focus-visible, button:focus-visible { outline-color: #7fb2ff; }
}
@media (forced-colors: active) {
  .card { border-color: CanvasText; }
  .card .clause { border-color: CanvasText; }
  .card:focus-visible, button:focus-visible { outline-color: Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  .card:popover-open { animation: appear 120ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media print { .card { display: none !important; } }
`;
