// Terms in running text open as a card beside the word. Without this script they are links to the term's page.

import { pageAt } from "./arriving.js";
import { isPlain, showBeside } from "./beside.js";

const card = document.getElementById("term-popover");

/** Shows the card of the term that `word` links to; if it cannot be had, follows the link. */
async function show(word) {
  const page = await pageAt(word.href).catch(() => null);
  const found = page?.getElementById("term-card");
  if (!found) { location.assign(word.href); return; }
  const content = document.importNode(found, true);
  content.removeAttribute("id");
  const heading = document.createElement("h2");
  const old = content.querySelector("h1");
  heading.append(...old.childNodes);
  old.replaceWith(heading);
  card.querySelector(".content").replaceChildren(content);
  card.querySelector("a.open").href = word.href;
  showBeside(card, word);
}

if (card && "popover" in card) {
  document.addEventListener("click", (event) => {
    const word = event.target.closest("a.term");
    if (!word || !isPlain(event)) return;
    event.preventDefault();
    show(word);
  });
}
