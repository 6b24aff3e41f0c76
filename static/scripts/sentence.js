// The sentence that is pointed at, tapped or reached by keyboard: its twin in the other language and its labels are
// marked, and a card shows what can be done with it. Without this script its ¶ leads to its page, where all this is.

import { arrived, pageAt } from "./arriving.js";
import { isPlain } from "./beside.js";

const card = document.getElementById("sentence-card");
const inMargin = matchMedia("(width >= 76rem)");
const narrow = matchMedia("(width < 62rem)");
const PAUSE = 250; // a pointer that only passes asks for nothing
let shown = null;
let timer = 0;

/** Where `node` stands: a sentence in the language of the text, or its twin in the other. */
const partOf = (node) => node?.closest?.(".claim[id], .twin");

/** In the paragraph of `part` its sentences and their twins: those of one number tell the same. */
const told = (part) => [".claim[id]", ".twin"].map((kind) => [...part.closest(".paragraph").querySelectorAll(kind)]);

/** The sentence that `part` tells, whichever language it stands in. */
function sentenceOf(part) {
  if (!part?.matches(".twin")) return part;
  const [sentences, twins] = told(part);
  return sentences[twins.indexOf(part)];
}

const labelsOf = (sentence) => sentence.previousElementSibling;

function marked(sentence) {
  const [sentences, twins] = told(sentence);
  return [sentence, labelsOf(sentence), twins[sentences.indexOf(sentence)]].filter(Boolean);
}

/** Marks the sentence wherever it stands, and no other. */
function point(sentence) {
  for (const old of document.querySelectorAll("#text .shown")) old.classList.remove("shown");
  if (sentence) for (const part of marked(sentence)) part.classList.add("shown");
}

/** Adds the buttons of the claim, which are on its own page, and lets the scripts that know them put them right. */
async function addTools(sentence, address) {
  const page = await pageAt(address).catch(() => null);
  if (shown !== sentence || !page) return;
  const list = card.querySelector(".claim-tools");
  const tools = [...page.querySelector(".claim-tools").children].map((tool) => document.importNode(tool, true));
  list.replaceChildren(...tools, list.querySelector(".open-claim"));
  arrived(list);
}

/** The claim of a ¶ beside its paper, without leaving it. */
async function preview(way) {
  const page = await pageAt(way.href).catch(() => null);
  if (!page) { location.assign(way.href); return; }
  const content = document.getElementById("preview-content");
  content.replaceChildren(document.importNode(page.getElementById("claim-sheet"), true));
  arrived(content);
  const dialog = content.closest("dialog");
  dialog.showModal();
  dialog.scrollTop = 0;
}

function fill(sentence) {
  const way = sentence.querySelector(".permalink");
  const labels = labelsOf(sentence).cloneNode(true);
  labels.classList.remove("shown");
  card.querySelector(".labels").replaceWith(labels);
  card.querySelector(".open-claim").href = way.getAttribute("href");
  const marks = new Map([...sentence.querySelectorAll(".cite-mark")].map((mark) => [mark.hash, mark.cloneNode(true)]));
  card.querySelector(".cited").hidden = !marks.size;
  card.querySelector(".cited span").replaceChildren(...marks.values());
  card.querySelector(".claim-tools").replaceChildren(card.querySelector(".open-claim"));
  addTools(sentence, way.href);
}

/** In the margin at the height of the part; where there is no margin, below it. */
function place(part) {
  const lines = [...part.getClientRects()];
  const frame = part.closest(".paragraph").getBoundingClientRect();
  const beside = inMargin.matches && !part.closest(".text-side");
  card.style.top = narrow.matches ? "" : `${(beside ? lines[0].top : lines.at(-1).bottom + 4) - frame.top}px`;
  card.style.left = narrow.matches || beside ? "" : `${Math.max(0, Math.min(lines.at(-1).left - frame.left, frame.width - 480))}px`;
}

function show(part) {
  clearTimeout(timer);
  if (card.previousElementSibling === part && shown) return;
  const sentence = sentenceOf(part);
  if (shown !== sentence) {
    shown = sentence;
    point(sentence);
    fill(sentence);
  }
  part.after(card);
  card.hidden = false;
  place(part);
  const focused = document.activeElement; // the card moved the lines below it: what has the focus stays in sight
  if (part.contains(focused)) focused.scrollIntoView({ block: "nearest" });
}

function hide() {
  clearTimeout(timer);
  shown = null;
  card.hidden = true;
  point(null);
}

function isHeld() {
  return shown && (card.contains(document.activeElement) || sentenceOf(partOf(document.activeElement)) === shown || card.matches(":hover"));
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse" || card.contains(event.target) || isHeld()) { clearTimeout(timer); return; }
  const part = partOf(event.target);
  clearTimeout(timer);
  if (!shown) point(sentenceOf(part) ?? event.target.closest("p > .labels")?.nextElementSibling);
  if (part && inMargin.matches && !part.closest(".text-side")) timer = setTimeout(() => show(part), PAUSE);
  else if (shown) timer = setTimeout(hide, 2 * PAUSE);
});

document.addEventListener("focusin", (event) => {
  if (card.contains(event.target) || event.target.closest("dialog, [popover]")) return;
  const part = partOf(event.target);
  if (part) show(part);
  else if (shown) hide();
});

document.addEventListener("click", (event) => {
  const way = event.target.closest("a.permalink");
  if (way && isPlain(event)) { event.preventDefault(); preview(way); return; }
  const part = partOf(event.target);
  if (!part || event.target.closest("a, button") || !getSelection().isCollapsed) return;
  if (shown === sentenceOf(part) && narrow.matches) hide();
  else show(part);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown || document.querySelector("dialog:modal, :popover-open")) return;
  const back = card.contains(document.activeElement) ? shown : null;
  hide();
  if (back) { back.tabIndex = -1; back.focus({ preventScroll: true }); hide(); }
});

document.addEventListener("htmx:after:swap", () => { if (!card.isConnected) hide(); }); // it went with the text
