// Collecting: the buttons beside claims, and the number in the header. Without scripts neither is there.

import { available, onChange, read, toggle } from "./notebook-store.js";

const link = document.getElementById("notebook-link");
const news = document.getElementById("news");

/** Puts every button of the document as it stands, and how many claims there are. */
function show() {
  const ids = new Set(read().claims.map((one) => one.id));
  for (const button of document.querySelectorAll("button[data-collect]")) {
    if (!button.textContent) nameSigns(button);
    button.setAttribute("aria-pressed", String(ids.has(button.dataset.collect)));
  }
  link.querySelector("[data-notebook-count]").textContent = ids.size || "";
}

/** Calls the two signs behind a claim by how it begins; in a table of words in context, by the line. */
function nameSigns(sign) {
  const claim = sign.closest(":has(> .told)")?.querySelector(".told") ?? sign.closest("tr, li");
  const begins = claim?.textContent.trim().slice(0, 20) ?? "";
  sign.setAttribute("aria-label", `${link.dataset.name} ${begins}`);
  sign.nextElementSibling?.setAttribute("aria-label", `${link.dataset.quote} ${begins}`);
}

/** Says on the button itself why nothing was kept. */
function complain(button, reason) {
  const label = [...button.childNodes];
  button.replaceChildren(reason);
  button.classList.add("complains");
  setTimeout(() => { button.replaceChildren(...label); button.classList.remove("complains"); }, 4000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-collect]");
  if (!button || button.classList.contains("complains")) return;
  const outcome = available ? toggle(button.dataset.collect) : "failed";
  news.textContent = link.dataset[outcome];
  setTimeout(() => { news.textContent = ""; }, 2000);
  if (outcome === "full" || outcome === "failed") complain(button, link.dataset[outcome]);
});

document.addEventListener("htmx:after:swap", show);
onChange(show);
show();
