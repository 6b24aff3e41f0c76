// What pages do better with scripts: copying, previews, and keeping one's place. Everything works without them.

const news = document.getElementById("news");
const preview = document.getElementById("preview");

/** Shows the copy buttons below `root`: they are hidden until there is something behind them. */
function offerCopying(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("button[data-copy][hidden]")) button.hidden = false;
}

/** Copies what a button carries, with the address of its claim below, and says on the button that it did. */
async function copy(button) {
  const address = button.dataset.copyAddress;
  const text = address ? `${button.dataset.copy}\n${new URL(address, location.href)}` : button.dataset.copy;
  const label = [...button.childNodes];
  const outcome = await navigator.clipboard.writeText(text).then(() => button.dataset.copied, () => button.dataset.failed);
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
