// Pressing buttons and choosing in selects, in messages. Modals use the same selects and read them when they are sent.

import { act, read } from "./api.js";
import { $, $$, fold, fragment, make, state, words } from "./dom.js";
import { interactionFailed } from "./messages.js";
import { openModal } from "./modal.js";

export async function answered(messageId, promise) {
  const outcome = await promise.catch(() => null);
  if (!outcome) return;
  if (outcome.state === "failed" && messageId) interactionFailed(messageId);
  if (outcome.modal) openModal(outcome.modal);
}

export async function press(button) {
  if (button.classList.contains("busy")) return;
  const message = button.closest("article.message").dataset.message;
  button.classList.add("busy");
  button.setAttribute("aria-busy", "true");
  await answered(message, act("press", { message, custom_id: button.dataset.press }));
  button.classList.remove("busy");
  button.removeAttribute("aria-busy");
}

// --- selects -----------------------------------------------------------------------------------------------------------
const many = (select) => Number(select.dataset.max) > 1;
const rows = (select) => $$('[role="option"]', select);
export const chosen = (select) => rows(select).filter((row) => row.ariaSelected === "true").map((row) => row.dataset.value);
let open = null; // the open select and what was chosen when it opened

export async function toggleSelect(select) {
  if (open?.select === select) return closeSelect(true);
  closeSelect(true);
  await fill(select);
  const list = $("ul", select);
  list.hidden = false;
  $(".select-open", select).ariaExpanded = "true";
  open = { select, before: chosen(select).join("\n") };
  if (rows(select).length > 8) list.prepend(filterBox(select));
  if (many(select)) list.append(make("li", { class: "select-done" }, make("button", { type: "button", class: "btn style-1" }, words("select-done"))));
  const box = list.getBoundingClientRect();
  select.classList.toggle("upwards", box.bottom > innerHeight && box.height < box.top);
  ($("input", list) ?? rows(select).find((row) => row.ariaSelected === "true") ?? rows(select)[0])?.focus();
}

async function fill(select) {
  if (select.dataset.kind === "3" || select.dataset.filled) return;
  const { kind, types } = select.dataset;
  const { html } = await read("offered", { kind, types, channel: state.channel });
  $("ul", select).replaceChildren(fragment(html));
  const already = (select.dataset.chosen ?? "").split(",");
  for (const row of rows(select)) row.ariaSelected = String(already.includes(row.dataset.value));
  select.dataset.filled = "yes";
}

function filterBox(select) {
  const input = make("input", { type: "text", placeholder: words("filter"), autocomplete: "off", oninput: () => {
    for (const row of rows(select)) row.hidden = !fold(row.textContent).includes(fold(input.value));
  } });
  input.ariaLabel = select.dataset.placeholder;
  return make("li", { class: "select-filter" }, input);
}

export function closeSelect(send) {
  if (!open) return;
  const { select, before } = open;
  open = null;
  $("ul", select).hidden = true;
  $(".select-open", select).ariaExpanded = "false";
  for (const extra of $$(".select-filter, .select-done", select)) extra.remove();
  for (const row of rows(select)) row.hidden = false;
  face(select);
  if (send && chosen(select).join("\n") !== before && select.dataset.where !== "modal") choose(select);
}

function face(select) {
  const names = rows(select).filter((row) => row.ariaSelected === "true").map((row) => $("b", row).textContent);
  $(".face", select).textContent = names.join(", ") || select.dataset.placeholder;
  $(".select-open", select).classList.toggle("empty", names.length === 0);
}

async function choose(select) {
  const values = chosen(select);
  if (values.length < Number(select.dataset.min)) return;
  const message = select.closest("article.message").dataset.message;
  select.classList.add("busy");
  await answered(message, act("select", { message, custom_id: select.dataset.select, values }));
  select.classList.remove("busy");
}

export function pick(row) {
  const select = row.closest(".select");
  const on = row.ariaSelected !== "true";
  if (many(select)) {
    if (on && chosen(select).length >= Number(select.dataset.max)) return;
    row.ariaSelected = String(on);
    return;
  }
  for (const other of rows(select)) other.ariaSelected = "false";
  // In a message the same choice can be made again; in a modal it can be taken back when nothing is required.
  row.ariaSelected = String(on || select.dataset.where !== "modal" || Number(select.dataset.min) > 0);
  if (open) open.before = null;
  closeSelect(true);
  $(".select-open", select).focus();
}

export function selectKeys(event) {
  if (!open) return;
  const shown = rows(open.select).filter((row) => !row.hidden);
  const at = shown.indexOf(document.activeElement);
  if (event.key === "ArrowDown") shown[Math.min(at + 1, shown.length - 1)]?.focus();
  else if (event.key === "ArrowUp") shown[Math.max(at - 1, 0)]?.focus();
  else if ((event.key === "Enter" || event.key === " ") && at >= 0) pick(shown[at]);
  else if (event.key === "Enter" && document.activeElement.matches(".select-filter input") && shown[0]) pick(shown[0]);
  else if (event.key === "Escape") {
    const face = $(".select-open", open.select);
    closeSelect(true);
    face.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

export const outsideSelect = (target) => open && !open.select.contains(target);
