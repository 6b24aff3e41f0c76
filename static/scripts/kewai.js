// What pages do better with scripts: copying, and keeping one's place. Everything works without them.

const news = document.getElementById("news");

/** `text` as HTML for word processors: lines in quotation marks are quoted, an address in the last one is a link. */
function markUp(text) {
  const holder = document.createElement("div");
  for (const line of text.split("\n")) {
    const block = document.createElement(line.startsWith("“") ? "blockquote" : "p");
    const link = /^https?:\S+$/.test(line) ? document.createElement("a") : null;
    if (link) link.href = line;
    (link ?? block).textContent = line;
    if (link) block.append(link);
    holder.append(block);
  }
  return holder.innerHTML;
}

/** Puts `text` on the clipboard, plain and as HTML where the browser can. */
function write(text) {
  if (!window.ClipboardItem) return navigator.clipboard.writeText(text);
  const flavours = { "text/plain": text, "text/html": markUp(text) };
  const blobs = Object.entries(flavours).map(([type, content]) => [type, new Blob([content], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/** Copies what a button carries, with the address of its claim below, and says on the button that it did. */
async function copy(button) {
  const address = button.dataset.copyAddress;
  const text = address ? `${button.dataset.copy}\n${new URL(address, location.href)}` : button.dataset.copy;
  const label = [...button.childNodes];
  const outcome = await write(text).then(() => button.dataset.copied, () => button.dataset.failed);
  button.replaceChildren(outcome);
  news.textContent = outcome;
  setTimeout(() => { button.replaceChildren(...label); news.textContent = ""; }, 2000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button) copy(button);
  const picture = event.target.closest("button[data-png]");
  if (picture) import("./pictures.js").then(({ savePicture }) => savePicture(picture));
});

/** After part of a page was exchanged the keyboard is where the news is. */
document.addEventListener("htmx:after:swap", () => document.querySelector("[data-news]")?.focus());

/** An error page replaces the whole page, not the part that was to be exchanged. */
document.addEventListener("htmx:response:error", (event) => location.assign(event.detail.ctx.request.action));

/** What a search box offers waits for the first sign of a reader, unless searching is what the page is for. */
const offerNames = () => import("./suggest.js");
if (document.querySelector("main [data-suggest]")) offerNames();

/** The first page of a visit brings its style sheet within it; the next one finds it in the browser's store. */
const sheet = document.querySelector("style[data-sheet]")?.dataset.sheet;
const storeSheet = () => fetch(sheet, { priority: "low" }).then((answer) => answer.arrayBuffer()).catch(() => {});

const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin"];
const signed = new AbortController();
for (const sign of SIGNS) {
  addEventListener(sign, () => {
    signed.abort();
    offerNames();
    if (sheet) storeSheet();
  }, { signal: signed.signal, passive: true });
}

if (!navigator.clipboard) document.documentElement.classList.add("without-clipboard");
