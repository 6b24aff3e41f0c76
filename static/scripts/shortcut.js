// Keys of one character: never while one types, and only as long as the reader wants them (WCAG 2.2, 2.1.4).

import { keep, kept } from "./kept.js";

const FIELDS = "input, select, textarea, [contenteditable]";

/** Whether keys of one character do anything. */
export function singleKeys() {
  return kept("keys") !== "off";
}

export function setSingleKeys(on) {
  keep("keys", on ? "" : "off");
}

/** Whether the key was pressed for the page, with nothing beside it: not in a field, a dialog or an input method. */
export function forThePage(event) {
  return !event.defaultPrevented && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey
    && !event.target.closest?.(FIELDS) && !document.querySelector("dialog:modal");
}

/** The character that is a command here, or nothing. */
export function shortcut(event) {
  return event.key.length === 1 && singleKeys() && forThePage(event) ? event.key : "";
}
