// What pages do better with scripts: copying, and keeping one's place. Everything works without them.

const news = document.getElementById("news");
const notebook = document.getElementById("notebook-link");

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

/** Puts `text`, which may have yet to come, on the clipboard, plain and as HTML where the browser can. */
async function write(text) {
  if (!window.ClipboardItem) return navigator.clipboard.writeText(await text);
  const flavour = async (type, made) => new Blob([made(await text)], { type });
  const flavours = { "text/plain": flavour("text/plain", String), "text/html": flavour("text/html", markUp) };
  return navigator.clipboard.write([new ClipboardItem(flavours)]);
}

/** What a button carries, with the address of its claim below. */
function quotationIn({ copy: text, copyAddress: address }) {
  return address ? `${text}\n${new URL(address, location.href)}` : text;
}

/** What a sign behind a claim copies: the button on the claim's own page carries it. */
async function quotationBehind(sign) {
  const { pageAt } = await import("./arriving.js");
  const page = await pageAt(new URL(`claims/${sign.previousElementSibling.dataset.collect}`, notebook.href).href);
  return quotationIn(page.querySelector(".claim-tools [data-copy]").dataset);
}

/** Copies what a button carries, or what stands before a sign, and says on the button that it did. */
async function copy(button) {
  if (button.matches(".done, .complains")) return;
  const sign = button.matches(".quote");
  const words = sign ? { copied: notebook.dataset.copied, failed: notebook.dataset.uncopied } : button.dataset;
  const outcome = await write(sign ? quotationBehind(button) : quotationIn(button.dataset)).then(() => "copied", () => "failed");
  const label = [...button.childNodes];
  button.classList.toggle("done", outcome === "copied");
  button.classList.toggle("complains", sign && outcome === "failed");
  if (!sign || outcome === "failed") button.replaceChildren(words[outcome]);
  news.textContent = words[outcome];
  setTimeout(() => {
    button.replaceChildren(...label);
    button.classList.remove("done", "complains");
    news.textContent = "";
  }, 2000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy], button.quote");
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
