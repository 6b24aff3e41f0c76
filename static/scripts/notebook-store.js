// The notebook as this browser keeps it: one value in local storage, written whole, read anew before each change, so
// that several tabs stay in step. What cannot be read is put aside, never deleted.

const KEY = "kewai.notebook";
const DAMAGED = "kewai.notebook.damaged";
export const MOST_CLAIMS = 500;
const MOST_NOTE = 10_000;

/** The storage if this browser gives one, else null. */
function storage() {
  try {
    const kept = window.localStorage;
    kept.getItem(KEY);
    return kept;
  } catch {
    return null;
  }
}

const kept = storage();
export const available = kept !== null;

/** @returns {{title: string, claims: {id: string, note: string, added: string}[]}} what is kept. */
export function read() {
  const raw = kept?.getItem(KEY);
  if (!raw) return { title: "", claims: [] };
  try {
    const content = JSON.parse(raw);
    const claims = content.claims.filter((one) => typeof one?.id === "string" && one.id);
    if (claims.length === content.claims.length) return { title: String(content.title ?? ""), claims: claims.map(whole) };
    return setAside(raw, { title: String(content.title ?? ""), claims: claims.map(whole) });
  } catch {
    return setAside(raw, { title: "", claims: salvaged(raw) });
  }
}

const whole = ({ id, note, added }) => ({ id, note: String(note ?? ""), added: String(added ?? "") });

/** Entries of a text that is no JSON any more, as far as each of them can be read. */
function salvaged(raw) {
  const found = new Map();
  for (const [piece, id] of raw.matchAll(/\{"id":"([^"\\]+)"(?:,"note":"(?:[^"\\]|\\.)*")?(?:,"added":"[^"\\]*")?\}?/g)) {
    let entry = { id };
    try { entry = JSON.parse(piece.endsWith("}") ? piece : `${piece}}`); } catch { /* its id is all that can be read */ }
    found.set(id, whole(entry));
  }
  return [...found.values()];
}

function setAside(raw, book) {
  if (keep(DAMAGED, [kept.getItem(DAMAGED), raw].filter(Boolean).join("\n"))) write(book);
  return book;
}

function keep(key, text) {
  try {
    kept.setItem(key, text);
    return true;
  } catch {
    return false; // full, or not allowed
  }
}

/** What could not be read, as it stood; null if there is nothing. */
export const damaged = () => kept?.getItem(DAMAGED) ?? null;
export const forgetDamaged = () => kept?.removeItem(DAMAGED);

/** Keeps `book`; false if the browser does not. Other tabs hear of it by themselves, this one by an event. */
export function write(book) {
  const done = available && keep(KEY, JSON.stringify({ format: "kewai-notebook", version: 1, title: book.title, claims: book.claims }));
  if (done) document.dispatchEvent(new CustomEvent("notebook:changed"));
  return done;
}

/** Puts a claim in at the end, or takes it out. @returns "kept", "dropped", "full" or "failed". */
export function toggle(id) {
  const book = read();
  const claims = book.claims.filter((one) => one.id !== id);
  const there = claims.length < book.claims.length;
  if (!there && claims.length >= MOST_CLAIMS) return "full";
  if (!there) claims.push({ id, note: "", added: new Date().toISOString().slice(0, 10) });
  if (!write({ ...book, claims })) return "failed";
  return there ? "dropped" : "kept";
}

/** Adds the claims of `other`: the same claim once, its notes joined. @returns counts, or why nothing is kept. */
export function merge(other) {
  const book = read();
  const known = new Map(book.claims.map((one) => [one.id, one]));
  let fresh = 0;
  for (const one of other.claims) {
    const mine = known.get(one.id);
    if (mine) mine.note = joined(mine.note, one.note);
    else { known.set(one.id, one); fresh += 1; }
  }
  const claims = [...known.values()];
  if (claims.length > MOST_CLAIMS) return { problem: "full" };
  if (claims.some((one) => one.note.length > MOST_NOTE)) return { problem: "long" };
  if (!write({ title: book.title || other.title, claims })) return { problem: "failed" };
  return { fresh, old: other.claims.length - fresh };
}

/** `before` once more, with what was changed or added since `after` was kept: what another tab did stays done. */
export function restore(before, after) {
  const now = read();
  const [then, since] = [after, now].map((book) => new Map(book.claims.map((one) => [one.id, one])));
  const claims = before.claims.map((one) => {
    const current = since.get(one.id);
    return current && current.note !== then.get(one.id)?.note ? current : one;
  });
  const known = new Set(before.claims.map((one) => one.id));
  claims.push(...now.claims.filter((one) => !known.has(one.id) && !then.has(one.id)));
  return write({ title: now.title === after.title ? before.title : now.title, claims });
}

function joined(first, second) {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}

/** Calls `listener` whenever the notebook changed, in this tab or in another. */
export function onChange(listener) {
  document.addEventListener("notebook:changed", () => listener(false));
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) listener(true); });
  addEventListener("pageshow", (event) => { if (event.persisted) listener(true); });
}
