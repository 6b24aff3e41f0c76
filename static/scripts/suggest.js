// Suggestions below a search box: a combobox with a list box (ARIA Authoring Practices). Without scripts the box is a box.

const WAIT = 120;
let numbered = 0;

/** Makes `box` a combobox: its list is fetched while one types. */
function offer(box) {
  const list = document.createElement("ul");
  list.id = `suggestions-${numbered += 1}`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestLabel);
  const frame = document.createElement("div");
  frame.className = "suggest";
  const focused = document.activeElement === box;
  box.replaceWith(frame);
  frame.append(box, list);
  if (focused) box.focus(); // moving it took the keyboard away
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    box.setAttribute(name, value);
  }
  let asked = null;
  let timer = 0;

  const options = () => [...list.children];
  const active = () => options().find((option) => option.getAttribute("aria-selected") === "true");

  function close() {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function select(option) {
    active()?.setAttribute("aria-selected", "false");
    box.removeAttribute("aria-activedescendant");
    if (!option) return;
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
  }

  function choose(option) {
    box.value = option.dataset.query;
    close();
    box.form.requestSubmit();
  }

  function show(found) {
    list.replaceChildren(...found.map((one, at) => optionOf(box, one, `${list.id}-${at}`)));
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(found.length > 0));
    box.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(box.dataset.suggest, location.href);
    address.searchParams.set("q", box.value);
    const answer = fetch(address, { signal: asked.signal });
    const found = await answer.then((given) => (given.ok ? given.json() : [])).catch(() => null); // given up, maybe half-way
    if (found && document.activeElement === box) show(found);
  }

  box.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    if (box.value.trim()) timer = setTimeout(ask, WAIT);
    else close();
  });
  box.addEventListener("compositionend", () => { timer = setTimeout(ask, WAIT); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const all = options();
    const at = all.indexOf(active());
    if (event.key === "ArrowDown") select(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") select(all.at(at === -1 ? -1 : at - 1 < 0 ? 0 : at - 1));
    else if (event.key === "Enter" && active()) choose(active());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the keyboard
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
}

/** One line of the list: the name, its other name, and what it is. */
function optionOf(box, one, id) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.query = one.query;
  for (const [name, text] of [["label", one.label], ["note", one.note], ["kind", box.getAttribute(`data-${one.kind}`) ?? ""]]) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = text;
    if (name !== "kind" && text) part.lang = /[\u2e80-\u9fff]/.test(text) ? "zh-Hans" : "en";
    option.append(part, " ");
  }
  return option;
}

function offerAll() {
  for (const box of document.querySelectorAll("input[data-suggest]:not([role=combobox])")) offer(box);
}

document.addEventListener("htmx:after:swap", offerAll);
offerAll();
