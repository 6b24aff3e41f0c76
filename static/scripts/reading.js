// A paper's page: the outline follows the scroll, labels come and go, and places found are walked through.

import { pageAt } from "./arriving.js";
import { isPlain } from "./beside.js";
import { keep } from "./kept.js";

const reading = document.getElementById("reading");
const outline = reading.querySelector(".outline");
const form = document.getElementById("find");
const news = document.getElementById("news");
let observer = null;
let place = 0;
let timer = 0;

const WAIT = 250;

/** Marks the section that stands in the upper quarter of the window, and keeps it in sight in a long outline. */
function mark(section) {
  const link = section && outline.querySelector(`a[href="#${CSS.escape(section.id)}"], a[href="#${section.id}"]`);
  const old = outline.querySelector("[aria-current]");
  if (link === old) return;
  old?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "location");
  if (link && outline.scrollHeight > outline.clientHeight) outline.scrollTop = link.offsetTop - outline.clientHeight / 2;
}

function follow() {
  observer?.disconnect();
  const sections = [...reading.querySelectorAll(".text-section[id]")];
  const near = new Set();
  observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) near.add(entry.target);
      else near.delete(entry.target);
    }
    mark(sections.findLast((section) => near.has(section)));
  }, { rootMargin: "0px 0px -75% 0px" });
  for (const section of sections) observer.observe(section);
}

/** Hides or shows the labels, keeps the choice, and puts it into the address. */
function switchLabels(link) {
  const off = reading.classList.toggle("no-labels");
  [link.textContent, link.dataset.other] = [link.dataset.other, link.textContent];
  link.dataset.value = off ? "on" : "off";
  keep("labels", off ? "off" : "on");
  const address = new URL(location.href);
  if (off) address.searchParams.set("labels", "off");
  else address.searchParams.delete("labels");
  history.replaceState(history.state, "", address);
}

/** Goes to a place found, by its number; before the first comes the last. */
function go(number) {
  const count = new Set([...reading.querySelectorAll("mark[data-hit]")].map((one) => one.dataset.hit)).size;
  for (const old of reading.querySelectorAll("mark.here")) old.classList.remove("here");
  form.querySelector(".find-steps").hidden = !count;
  if (!count) return;
  place = ((number - 1 + count) % count) + 1;
  for (const part of reading.querySelectorAll(`mark[data-hit="${place}"]`)) part.classList.add("here");
  document.getElementById(`hit-${place}`).scrollIntoView({ block: "center" });
  form.querySelector("[data-count]").textContent = `${place} / ${count}`;
}

/** Puts the same page with what is looked for now in place of what is there, and keeps its address. */
async function find() {
  clearTimeout(timer);
  const wanted = form.elements.find.value;
  const address = new URL(location.href);
  if (wanted.trim()) address.searchParams.set("find", wanted);
  else address.searchParams.delete("find");
  address.hash = "";
  const page = await pageAt(address.href).catch(() => null);
  if (!page) { location.assign(address); return; }
  if (form.elements.find.value !== wanted) return;
  for (const id of ["text", "found", "languages"]) {
    document.getElementById(id).replaceWith(document.importNode(page.getElementById(id), true));
  }
  history.replaceState(history.state, "", address);
  form.classList.toggle("finding", Boolean(wanted.trim()));
  news.textContent = form.querySelector("[data-count]")?.textContent ?? "";
  follow();
  go(1);
}

form.addEventListener("submit", (event) => { event.preventDefault(); find(); });
form.addEventListener("input", (event) => {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(find, WAIT);
});
form.addEventListener("compositionend", () => { timer = setTimeout(find, WAIT); });
form.addEventListener("click", (event) => {
  const step = event.target.closest("[data-step]");
  if (step) go(place + Number(step.dataset.step));
  if (!event.target.closest("a[data-stop]") || !isPlain(event)) return;
  event.preventDefault();
  form.elements.find.value = "";
  find();
  form.elements.find.focus();
});
form.addEventListener("keydown", (event) => {
  const current = form.querySelector("[data-find]")?.dataset.find;
  if (event.key !== "Enter" || event.isComposing || event.target !== form.elements.find || event.target.value !== current) return;
  event.preventDefault();
  go(place + (event.shiftKey ? -1 : 1));
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("#labels-switch");
  if (!link) return;
  event.preventDefault();
  switchLabels(link);
});
follow();
if (form.elements.find.value) go(Number(location.hash.match(/^#hit-(\d+)$/)?.[1] ?? 1));
