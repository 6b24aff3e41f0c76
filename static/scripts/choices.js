// How papers are read is chosen once: links to papers take the language and the labels that were chosen last.
// The address says what a page shows; nothing is changed behind it.

import { keep, kept } from "./kept.js";

const PAPER = /^\/(zh|en)\/papers\/[^/]+$/;

/** Puts what was chosen into the address of `link`, as far as the address does not say it. */
function asChosen(link) {
  const address = new URL(link.href, location.href);
  if (address.origin !== location.origin || !PAPER.test(address.pathname)) return;
  const text = kept("text");
  if (text && !address.searchParams.has("text")) address.searchParams.set("text", text);
  const labels = kept("labels");
  if (labels === "off") address.searchParams.set("labels", "off");
  else if (labels) address.searchParams.delete("labels");
  link.href = address.href;
}

function onClick(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.getAttribute("href").startsWith("#")) return;
  if (link.dataset.keeps === "text") keep("text", link.dataset.value);
  else if (!link.dataset.keeps) asChosen(link);
}

document.addEventListener("click", onClick, { capture: true });
document.addEventListener("auxclick", onClick, { capture: true });
