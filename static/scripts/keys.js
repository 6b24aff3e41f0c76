// The keyboard of the site: `/` to search, `?` for the list of keys, and walking through claims, results and papers.

import { pageAt } from "./arriving.js";
import { forThePage, setSingleKeys, shortcut, singleKeys } from "./shortcut.js";

const STOPS = ".text .claim[id], .claim-list .claim-card, .lookup-hit, .paper-list > li, .quantity-entry, .side-by-side p:has(> .told), "
  + ":is(.concordance, .quantity-table) tbody tr";
const OPENS = "a.permalink, .claim-tools a[href], .title a, h3 a, .told, .source a";
const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
let list = null;

function toSearch() {
  const box = document.querySelector("[data-main-search]") ?? document.getElementById("q-top");
  if (!box?.checkVisibility()) return false;
  box.focus();
  box.select();
  return true;
}

/** Shows the switch below `root` as it stands. */
function offerSwitch(root) {
  for (const box of root.querySelectorAll("[data-single-keys]")) {
    box.checked = singleKeys();
  }
}

/** The list of keys from its own page, as a dialog; if it cannot be had, the page. */
async function showKeys() {
  const link = document.querySelector("a[data-keys]");
  if (!list) {
    const page = await pageAt(link.href).catch(() => null);
    const found = page?.getElementById("keys");
    if (!found) { location.assign(link.href); return; }
    list = document.createElement("dialog");
    list.className = "keys-dialog";
    list.setAttribute("aria-labelledby", "keys-title");
    list.closedBy = "any";
    list.append(document.importNode(found, true));
    const form = document.createElement("form");
    form.method = "dialog";
    const close = document.createElement("button");
    close.className = "button quiet small";
    close.textContent = found.dataset.close;
    form.append(close);
    list.append(form);
    document.body.append(list);
  }
  offerSwitch(list);
  list.showModal();
}

/** The next thing to stop at from where the keyboard is, or from what is on the screen. */
function neighbour(stops, step) {
  const at = stops.indexOf(document.activeElement.closest(STOPS));
  if (at >= 0) return stops[at + step];
  return step > 0 ? stops.find((stop) => stop.getBoundingClientRect().top >= 0)
    : stops.findLast((stop) => stop.getBoundingClientRect().bottom <= innerHeight);
}

/** Arrows scroll, but among results and where one walks already. */
function arrowsWalk() {
  const here = document.activeElement;
  return here.matches(STOPS) || here.matches("[data-news]") || (here === document.body && document.getElementById("search"));
}

/** Goes one step; false where there is nowhere to go. */
function walk(key) {
  const stop = neighbour([...document.querySelectorAll(STOPS)], STEPS[key]);
  if (!stop) return false;
  stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "nearest" });
  return true;
}

function open(stop) {
  const way = stop.querySelector(OPENS);
  way?.click();
  return Boolean(way);
}

function act(event) {
  const key = shortcut(event);
  if (key === "/") return toSearch();
  if (key === "?") { showKeys(); return true; }
  if (key in STEPS) return walk(key);
  if (key || !forThePage(event) || event.shiftKey) return false;
  if (event.key in STEPS && event.key.length > 1) return arrowsWalk() && walk(event.key);
  return event.key === "Enter" && event.target.matches(STOPS) && open(event.target);
}

document.addEventListener("keydown", (event) => { if (act(event)) event.preventDefault(); });
document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-single-keys]")) setSingleKeys(event.target.checked);
});
offerSwitch(document);
