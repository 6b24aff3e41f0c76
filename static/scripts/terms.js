// Terms in running text open as a card beside the word. Without this script they are links to the term's page.

const card = document.getElementById("term-popover");
const known = new Map();
let opener = null;

/** The card of the term at `address`, from its page; fetched once. */
function cardOf(address) {
  if (!known.has(address)) {
    const fetched = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("term-card");
    });
    known.set(address, fetched);
    fetched.catch(() => known.delete(address));
  }
  return known.get(address);
}

/** Puts the card below the word, or above it where there is no room, and within the window. */
function place(word) {
  const line = word.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const gap = 6;
  const below = line.bottom + gap + height <= innerHeight || line.top < height + gap;
  const top = below ? Math.min(line.bottom + gap, innerHeight - height - gap) : line.top - height - gap;
  card.style.top = `${Math.max(gap, top)}px`;
  card.style.left = `${Math.max(gap, Math.min(line.left, innerWidth - width - gap))}px`;
}

/** Shows the card of the term that `word` links to; if it cannot be had, follows the link. */
async function show(word) {
  const found = await cardOf(word.href).catch(() => null);
  if (!found) { location.assign(word.href); return; }
  const content = document.importNode(found, true);
  content.removeAttribute("id");
  const heading = document.createElement("h2");
  const old = content.querySelector("h1");
  heading.append(...old.childNodes);
  old.replaceWith(heading);
  card.querySelector(".content").replaceChildren(content);
  card.querySelector("a.open").href = word.href;
  (word.closest("dialog") ?? document.body).append(card); // a card outside of an open dialog could not be reached
  opener = word;
  word.setAttribute("aria-expanded", "true");
  card.showPopover();
  place(word);
  card.focus();
}

if (card && "popover" in card) {
  document.addEventListener("click", (event) => {
    const word = event.target.closest("a.term");
    if (!word || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(word);
  });
  card.addEventListener("toggle", (event) => {
    if (event.newState === "open" || !opener) return;
    opener.removeAttribute("aria-expanded");
    if (card.contains(document.activeElement) || document.activeElement === document.body) opener.focus({ preventScroll: true });
    opener = null;
  });
  addEventListener("scroll", () => { if (card.matches(":popover-open") && opener) place(opener); }, { passive: true });
}
