// What pages do better with scripts: copying, previews, and keeping one's place. Everything works without them.

const news = document.getElementById("news");
const preview = document.getElementById("preview");

/** Shows the copy buttons below `root`: they are hidden until there is something behind them. */
function offerCopying(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("button[data-copy][hidden]")) button.hidden = false;
}

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

/** After part of a page was exchanged: copy buttons work in it, and the keyboard is where the news is. */
function afterSwap(target) {
  offerCopying(document);
  if (target.id === "preview-content") {
    preview.showModal();
    preview.scrollTop = 0;
    return;
  }
  document.querySelector("[data-news]")?.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button) copy(button);
});

document.addEventListener("htmx:after:swap", (event) => afterSwap(event.detail?.ctx?.target ?? event.target));

/** An error page replaces the whole page, not the part that was to be exchanged. */
document.addEventListener("htmx:response:error", (event) => location.assign(event.detail.ctx.request.action));

offerCopying(document);
