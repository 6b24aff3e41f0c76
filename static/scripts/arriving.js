// Parts of other pages of this site, fetched once each, and how the other scripts learn that something has come.

const known = new Map();

/** The page at `address`; rejects when it cannot be had. */
export function pageAt(address) {
  if (!known.has(address)) {
    const fetched = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    known.set(address, fetched);
    fetched.catch(() => known.delete(address));
  }
  return known.get(address);
}

/** Tells the scripts that look after buttons and boxes that `target` has new ones: they listen to htmx for it. */
export function arrived(target) {
  target.dispatchEvent(new CustomEvent("htmx:after:swap", { bubbles: true }));
}
