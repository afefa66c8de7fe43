// The list above the composer: commands, choices, what the bot proposes. The text cursor stays in its field; the list only marks a row.

import { $, make } from "./dom.js";

let items = [];
let active = -1;
let onPick = null;
let field = null;

const box = () => $(".suggest");
export const suggesting = () => !box().hidden && items.length > 0;
export const hasActive = () => suggesting() && active >= 0;

// items: {label, detail?, group?, mark?}; `first` says whether the first one is marked at once, so that Enter takes it.
export function suggest(forField, found, pick, { first = true, empty = null } = {}) {
  items = found;
  onPick = pick;
  field = forField;
  active = first && items.length ? 0 : -1;
  let group = null;
  const rows = [];
  for (const [index, item] of items.entries()) {
    if (item.group && item.group !== group) rows.push(make("div", { class: "suggest-group", role: "presentation" }, (group = item.group)));
    rows.push(make("div", { role: "option", id: `suggest-${index}`, "data-index": index, "aria-selected": "false" },
      item.mark ?? null, make("b", {}, item.label), item.detail ? make("small", {}, item.detail) : null));
  }
  if (!items.length && empty) rows.push(make("p", { class: "quiet" }, empty));
  box().replaceChildren(...rows);
  box().hidden = rows.length === 0;
  if (field.role === "combobox") field.setAttribute("aria-expanded", String(rows.length > 0));
  box().scrollTop = 0;
  mark();
}

export function note(forField, text, cls = "quiet") {
  suggest(forField, [], null, { empty: text });
  $("p", box())?.classList.add(cls);
}

export function hideSuggest() {
  items = [];
  active = -1;
  box().hidden = true;
  box().replaceChildren();
  if (field?.role === "combobox") field.setAttribute("aria-expanded", "false");
  field?.removeAttribute("aria-activedescendant");
}

function mark() {
  for (const row of box().querySelectorAll('[role="option"]')) {
    const on = Number(row.dataset.index) === active;
    row.setAttribute("aria-selected", String(on));
    if (on) row.scrollIntoView({ block: "nearest" });
  }
  if (active >= 0) field?.setAttribute("aria-activedescendant", `suggest-${active}`);
  else field?.removeAttribute("aria-activedescendant");
}

export function pickActive() {
  if (hasActive()) onPick(items[active]);
}

// True when the key was for the list.
export function suggestKeys(event) {
  if (box().hidden) return false;
  if (event.key === "Escape") hideSuggest();
  else if (event.key === "ArrowDown" && items.length) { active = (active + 1) % items.length; mark(); }
  else if (event.key === "ArrowUp" && items.length) { active = (active <= 0 ? items.length : active) - 1; mark(); }
  else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && hasActive()) pickActive();
  else return false;
  event.preventDefault();
  return true;
}

export function watchSuggest() {
  // Before the field loses the focus.
  box().addEventListener("mousedown", (event) => {
    event.preventDefault();
    const row = event.target.closest('[role="option"]');
    if (row) onPick(items[Number(row.dataset.index)]);
  });
}

