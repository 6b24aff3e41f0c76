// A card beside a word: it opens within the window, follows the word, and gives the keyboard back when it closes.

const GAP = 6;
const openers = new Map();

/** Puts `card` below the word, or above it where there is no room. */
function place(card, word) {
  const line = word.getClientRects()[0];
  if (!line) return;
  const { width, height } = card.getBoundingClientRect();
  const below = line.bottom + GAP + height <= innerHeight || line.top < height + GAP;
  const top = below ? Math.min(line.bottom + GAP, innerHeight - height - GAP) : line.top - height - GAP;
  card.style.top = `${Math.max(GAP, top)}px`;
  card.style.left = `${Math.max(GAP, Math.min(line.left, innerWidth - width - GAP))}px`;
}

function onToggle(event) {
  const word = openers.get(event.target);
  if (event.newState === "open" || !word) return;
  word.removeAttribute("aria-expanded");
  if (event.target.contains(document.activeElement) || document.activeElement === document.body) word.focus({ preventScroll: true });
  openers.delete(event.target);
}

/** Opens the popover `card`, filled before, beside the link `word`, and moves the keyboard into it. */
export function showBeside(card, word) {
  if (!openers.has(card)) card.addEventListener("toggle", onToggle); // adding it twice adds it once
  (word.closest("dialog") ?? document.body).append(card); // a card outside of an open dialog could not be reached
  openers.set(card, word);
  word.setAttribute("aria-expanded", "true");
  card.showPopover();
  place(card, word);
  card.focus();
}

/** Whether a click means to follow the link here and now, so that a card may stand in for where it leads. */
export function isPlain(event) {
  return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

addEventListener("scroll", () => { for (const [card, word] of openers) place(card, word); }, { passive: true });
