// Modals: one dialog at a time; a submit that fails keeps everything that was typed.

import { act } from "./api.js";
import { $, $$, first, make, words } from "./dom.js";
import { answered, chosen } from "./controls.js";

const TEXT = "4", FILES = "19", RADIO = "21", CHECKBOXES = "22", CHECKBOX = "23";

export function openModal(html) {
  $("dialog.modal-dialog")?.remove();
  const form = first(html);
  const dialog = make("dialog", { class: "modal-dialog", "aria-labelledby": "modal-title" }, form);
  document.body.append(dialog);
  const close = () => dialog.remove();
  dialog.addEventListener("close", close);
  form.addEventListener("submit", (event) => { event.preventDefault(); send(form, close); });
  dialog.addEventListener("click", (event) => { if (event.target.closest("[data-close]")) close(); });
  form.addEventListener("input", (event) => $(".fault", event.target.closest(".field"))?.remove());
  dialog.showModal();
  $("input, textarea, .select-open", form)?.focus();
}

async function send(form, close) {
  const faults = $$(".field", form).filter((field) => !holds(field));
  if (faults.length) return $("input, textarea, button", faults[0])?.focus();
  const { values, files } = gathered(form);
  const submit = $('[type="submit"]', form);
  const error = $(".modal-error", form);
  submit.disabled = true;
  error.hidden = true;
  try {
    const outcome = await act("submit", { invocation: form.dataset.invocation, values }, files, { quiet: true });
    if (outcome.state === "failed") throw new Error(words("modal-failed"));
    close();
    answered(null, Promise.resolve(outcome));
  } catch (problem) {
    error.textContent = problem.message;
    error.hidden = false;
  } finally {
    submit.disabled = false;
  }
}

function value(field) {
  switch (field.dataset.type) {
    case TEXT: return $("input, textarea", field).value;
    case RADIO: return $("input:checked", field)?.value ?? null;
    case CHECKBOXES: return $$("input:checked", field).map((box) => box.value);
    case CHECKBOX: return $("input", field).checked;
    case FILES: return [...$("input", field).files];
    default: return chosen($(".select", field));
  }
}

function holds(field) {
  const given = value(field);
  const empty = given === null || given === "" || given.length === 0;
  let fault = "";
  if (empty && field.dataset.required) fault = words("field-required");
  const text = field.dataset.type === TEXT && $("input, textarea", field);
  if (text && !empty && text.minLength > given.length) fault = words("field-short", { count: text.minLength });
  $(".fault", field)?.remove();
  if (fault) field.append(make("p", { class: "fault", role: "alert" }, fault));
  return !fault;
}

function gathered(form) {
  const values = {}, files = {};
  for (const field of $$(".field", form)) {
    if (field.dataset.type === FILES) files[field.dataset.field] = value(field);
    else values[field.dataset.field] = value(field);
  }
  return { values, files };
}
