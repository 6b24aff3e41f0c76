// What a reader chose, kept in this browser and sent nowhere. Where nothing may be kept, choices last as long as the page.

const PREFIX = "kewai-";

/** What was kept under `name`; empty if nothing was. */
export function kept(name) {
  try {
    return localStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return "";
  }
}

/** Keeps `value` under `name`; an empty one is forgotten. */
export function keep(name, value) {
  try {
    if (value) localStorage.setItem(PREFIX + name, value);
    else localStorage.removeItem(PREFIX + name);
  } catch { /* a browser that keeps nothing */ }
}
