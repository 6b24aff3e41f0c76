// The notebook's own page: draws what the browser keeps with the server's help, and keeps what is changed on it.
// An address with claims in it is a notebook that was passed on: it is shown as it is, and taken in if asked for.

import { available, damaged, forgetDamaged, merge, onChange, read, restore, write } from "./notebook-store.js";

const LONGEST_LINK = 2000;
const sheet = document.getElementById("notebook");
const desk = document.getElementById("notebook-desk");
const done = document.getElementById("notebook-done");
const link = document.getElementById("notebook-link");
const news = document.getElementById("news");
const own = "own" in sheet.dataset && available;
let undo = null; // the notebook before and after the last change, and where the keyboard goes when it is taken back
let asked = 0;

/** The claims, notes and title that a page from the server holds. */
function bookOf(page) {
  const claims = [...page.querySelectorAll("[data-claim]")].map((entry) => ({
    id: entry.dataset.claim,
    note: entry.querySelector("textarea").value,
    added: entry.dataset.added || new Date().toISOString().slice(0, 10),
  }));
  return { title: page.querySelector("#notebook-title")?.value ?? "", claims };
}

/** The part of the page at `address` that shows the notebook. */
async function ask(address, options) {
  const answer = await fetch(address, options);
  const part = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("notebook");
  if (!part) throw new Error(answer.statusText);
  return part;
}

function addressOf(book, more = {}) {
  const address = new URL(desk.dataset.address, location.href);
  for (const one of book.claims) address.searchParams.append("claim", one.id);
  for (const [name, value] of Object.entries(more)) if (value) address.searchParams.set(name, value);
  return address;
}

/** Draws the notebook as it is kept now; the keyboard stays where it was. False if it could not be drawn. */
async function draw() {
  const book = read();
  if (!book.claims.length && sheet.querySelector(".notebook-empty")) return true;
  const turn = asked += 1;
  const [style, language] = ["style", "language"].map((id) => document.getElementById(id)?.value);
  const part = await ask(addressOf(book, { style, language })).catch(() => null);
  if (turn !== asked) return false; // a later call draws what is kept by now
  if (!part) { say(desk.dataset.unread); return false; }
  const held = sheet.contains(document.activeElement) ? document.activeElement : null;
  const { name, value, selectionStart: from, selectionEnd: to } = held ?? {};
  desk.append(done);
  sheet.replaceChildren(...document.importNode(part, true).childNodes);
  fill(book);
  if (name) hold(name, value, from, to);
  return true;
}

/** Notes and title stay in the browser: the server is asked for the claims alone. */
function fill(book) {
  const notes = new Map(book.claims.map((one) => [one.id, one]));
  for (const entry of sheet.querySelectorAll("[data-claim]")) {
    const one = notes.get(entry.dataset.claim);
    const box = entry.querySelector("textarea");
    if (one && box !== document.activeElement) box.value = one.note;
  }
  const title = document.getElementById("notebook-title");
  if (title && title !== document.activeElement) title.value = book.title;
  const clear = sheet.querySelector("[data-clear]");
  if (clear) clear.hidden = false;
  for (const button of sheet.querySelectorAll("button[data-copy]")) button.hidden = !navigator.clipboard;
  share(book);
}

function share(book) {
  const shown = document.getElementById("share-link");
  if (!shown) return;
  const notes = Object.fromEntries(book.claims.map((one) => [`note-${one.id}`, one.note]));
  const long = addressOf(book, { title: book.title, ...notes });
  const fits = long.href.length <= LONGEST_LINK;
  const address = fits ? long.href : addressOf(book).href;
  shown.href = shown.textContent = address;
  sheet.querySelector(".share [data-copy]").dataset.copy = address;
  document.getElementById("share-without").hidden = fits || !book.claims.some((one) => one.note);
}

/** The keyboard goes to a field or button by its name, or to its neighbour where a button is switched off now. */
function hold(name, value, from, to) {
  const named = [...sheet.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  const same = named.find((control) => control.tagName !== "BUTTON" || control.value === value);
  const near = same?.disabled ? same.parentElement.querySelector("button:not([disabled])") : same;
  near?.focus({ preventScroll: true });
  if (from !== undefined && near?.setSelectionRange) near.setSelectionRange(from, to);
}

/** Says what happened; with `change`, beside a button that takes it back. */
function say(words, change = null) {
  undo = change;
  done.querySelector("[data-said]").textContent = words;
  done.querySelector("[data-undo]").hidden = !change;
  done.hidden = false;
  tell(words);
}

function tell(words) {
  news.textContent = words;
  setTimeout(() => { if (news.textContent === words) news.textContent = ""; }, 4000);
}

/** Keeps `book` and draws it, offering the way back. */
async function change(book, words, back) {
  const before = read();
  if (!write(book)) { say(link.dataset.failed); return; }
  await draw();
  say(words, { before, after: read(), back });
}

const acts = {
  up: (book, id) => move(book, id, -1),
  down: (book, id) => move(book, id, 1),
  remove: async (book, id) => {
    const at = book.claims.findIndex((one) => one.id === id);
    await change({ ...book, claims: book.claims.toSpliced(at, 1) }, desk.dataset.removed, ["remove", id]);
    sheet.querySelectorAll(".kept")[at]?.prepend(done); // where it was, so that the keyboard goes on from there
    done.querySelector("[data-undo]").focus();
  },
  order: async (book, by) => {
    const part = await ask(addressOf(book, { order: by })).catch(() => null);
    if (!part) { say(desk.dataset.unread); return; }
    const order = bookOf(part).claims.map((one) => one.id);
    const now = read();
    const claims = now.claims.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    await change({ ...now, claims }, desk.dataset.ordered, ["order", by]);
  },
};

async function move(book, id, by) {
  const at = book.claims.findIndex((one) => one.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= book.claims.length) return;
  if (!write({ ...book, claims: book.claims.toSpliced(at, 1).toSpliced(to, 0, book.claims[at]) })) return;
  await draw();
  tell(desk.dataset.moved.replace("{place}", to + 1).replace("{all}", book.claims.length));
}

/** Takes the notebook of `part` into one's own. */
async function take(part) {
  const before = read();
  const counts = merge(bookOf(part));
  if (counts.problem) { say(link.dataset[counts.problem]); return false; }
  if (!own) { location.assign(desk.dataset.address); return true; }
  await draw();
  say(desk.dataset.taken.replace("{new}", counts.fresh).replace("{old}", counts.old), { before, after: read() });
  return true;
}

async function takeIn(form) {
  const [file] = document.getElementById("import-choice").files;
  const body = new URLSearchParams({ notebook: file ? await file.text() : form.elements.notebook.value });
  const part = await ask(form.action, { method: "POST", body }).catch(() => null);
  const problem = part?.querySelector("#notebook-problem");
  document.getElementById("import-problem").replaceChildren(...(problem ? [document.importNode(problem, true)] : []));
  if (!part) say(desk.dataset.unread);
  else if (!problem && await take(part)) form.reset();
}

async function takeBack() {
  const { before, after, back } = undo;
  restore(before, after);
  done.hidden = true;
  await draw();
  if (back) hold(...back);
}

function saveDamaged() {
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([damaged()], { type: "text/plain" }));
  saved.download = "kewai-notebook-damaged.txt";
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 10_000);
}

function showDamaged() {
  document.getElementById("notebook-damaged").hidden = !damaged();
}

/** On one's own notebook the buttons change what is kept, not the address. */
function workOnOwn() {
  sheet.addEventListener("click", (event) => {
    const button = event.target.closest("button[name]");
    if (button && button.name in acts) {
      event.preventDefault();
      acts[button.name](read(), button.value);
    }
    if (event.target.closest("[data-clear]")) document.getElementById("notebook-clear").showModal();
  });
  sheet.addEventListener("input", (event) => {
    const book = read();
    const entry = book.claims.find((one) => one.id === event.target.closest("[data-claim]")?.dataset.claim);
    if (event.target.name === "title") book.title = event.target.value;
    else if (entry) entry.note = event.target.value;
    else return;
    if (write(book)) share(book);
    else say(link.dataset.failed);
  });
  sheet.addEventListener("change", (event) => { if (event.target.matches("select")) draw(); });
  document.getElementById("notebook-clear").addEventListener("close", async (event) => {
    if (event.target.returnValue !== "clear") return;
    await change({ title: "", claims: [] }, desk.dataset.cleared);
    done.querySelector("[data-undo]").focus();
  });
  onChange((elsewhere) => {
    if (!elsewhere) return;
    const ids = (book) => book.claims.map((one) => one.id).join();
    if (ids(bookOf(sheet)) === ids(read())) fill(read());
    else draw();
  });
}

done.querySelector("[data-undo]").addEventListener("click", takeBack);
document.querySelector("[data-take]").addEventListener("click", () => take(sheet));
document.querySelector("[data-save-damaged]").addEventListener("click", saveDamaged);
document.querySelector("[data-forget-damaged]").addEventListener("click", () => { forgetDamaged(); showDamaged(); });
document.getElementById("import-file").hidden = !available;
if (available) {
  document.getElementById("notebook-import").addEventListener("submit", (event) => {
    event.preventDefault();
    takeIn(event.target);
  });
}
document.getElementById("notebook-off").hidden = available;
document.getElementById("notebook-offer").hidden = own || !available || !sheet.querySelector("[data-claim]");
if (own) {
  workOnOwn();
  await draw();
  showDamaged();
}
sheet.classList.add("drawn");
