// A footnote opens where its mark stands. Without this script the mark leads to the list, and the list back.

import { isPlain, showBeside } from "./beside.js";

const card = document.getElementById("note-popover");

/** Fills the card with the entry that `mark` leads to, without the ways back, which are where one is. */
function fill(mark, entry) {
  const content = entry.querySelector("div").cloneNode(true);
  content.querySelector(".back-links")?.remove();
  const label = entry.querySelector(".label").cloneNode(true);
  card.querySelector(".content").replaceChildren(label, content);
  card.querySelector("a.open").href = mark.hash;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("#note-popover a.open")) { card.hidePopover(); return; }
  const mark = event.target.closest("a.cite-mark[href^='#']");
  const entry = mark && document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!entry || !("popover" in card) || !isPlain(event)) return;
  event.preventDefault();
  fill(mark, entry);
  showBeside(card, mark);
});
