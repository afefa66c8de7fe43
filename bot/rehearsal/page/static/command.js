// A slash command that is being filled in: its options as fields, what the bot proposes for them, and sending it.

import { act, read } from "./api.js";
import { $, $$, fold, fragment, make, state, toast, words } from "./dom.js";
import { answered } from "./controls.js";
import { pendingCommand } from "./messages.js";
import { hideSuggest, note, suggest, suggestKeys } from "./suggest.js";

const GROUPS = new Set([1, 2]);
const INTEGER = 4, BOOLEAN = 5, NUMBER = 10, FILE = 11;
const OFFERED = { 6: 5, 7: 8, 8: 6, 9: 7 }; // option type → the select that offers the same things
let current = null; // {command, fields: Map of name → {option, input, value}}
let asked = 0;

const nameOf = (one) => one.name_localized ?? one.name;
const aboutOf = (one) => one.description_localized ?? one.description ?? "";

// Every command that can be used, sub-commands as entries of their own.
export function flatten(commands) {
  const found = [];
  const walk = (command, node, path, shown) => {
    const options = node.options ?? [];
    if (options.some((option) => GROUPS.has(option.type))) {
      for (const option of options) walk(command, option, [...path, option.name], `${shown} ${nameOf(option)}`);
    } else {
      found.push({ id: command.id, path, shown, plain: [command.name, ...path].join(" "), about: aboutOf(node), options });
    }
  };
  for (const command of commands) walk(command, command, [], nameOf(command));
  return found;
}

// What people use most comes first, as in Discord; the rest by name, and what is for a few at the end.
const FIRST = ["etoile status", "recap episode", "etoile facts", "etoile cast", "progress show", "party schedule", "poll preset", "recap catchup",
  "etoile episode", "party list", "poll list", "poll arc", "etoile help"];
const LAST = ["etoile-admin", "mydata"];
const usual = (command) => {
  const place = FIRST.indexOf(command.plain);
  if (place >= 0) return place;
  return LAST.includes(command.plain.split(" ")[0]) ? 999 : 99;
};

// Those that match what is typed after the slash, the best first.
export function matching(commands, typed) {
  const query = fold(typed.trim());
  const score = (command) => {
    const names = [fold(command.shown), command.plain];
    if (names.some((name) => name.startsWith(query))) return 0;
    if (query.split(/\s+/).every((part) => names.some((name) => name.split(" ").some((word) => word.startsWith(part))))) return 1;
    if (names.some((name) => name.includes(query))) return 2;
    return query.length > 2 && fold(command.about).includes(query) ? 3 : 9;
  };
  return commands.map((command) => [score(command), command]).filter(([rank]) => rank < 9)
    .sort((a, b) => a[0] - b[0] || usual(a[1]) - usual(b[1]) || a[1].shown.localeCompare(b[1].shown)).map(([, command]) => command);
}

export const commandOpen = () => current !== null;

export function openCommand(command, after) {
  current = { command, fields: new Map(), after };
  const holder = $(".command");
  holder.replaceChildren(make("span", { class: "command-name" }, `/${command.shown}`));
  holder.hidden = false;
  $(".composer").classList.add("commanding");
  const required = command.options.filter((option) => option.required);
  for (const option of required.length ? required : command.options.slice(0, 1)) addField(option);
  const rest = make("span", { class: "command-more" });
  holder.append(rest);
  drawRest();
  const first = current.fields.values().next().value;
  if (first) first.input.focus();
  else $(".send").focus();
}

export function closeCommand() {
  if (!current) return;
  current = null;
  asked += 1;
  $(".command").hidden = true;
  $(".command").replaceChildren();
  $(".composer").classList.remove("commanding");
  hideSuggest();
}

function drawRest() {
  const rest = $(".command-more");
  const left = current.command.options.filter((option) => !current.fields.has(option.name));
  rest.replaceChildren(...left.map((option) => make("button", {
    type: "button", class: "option-add", title: aboutOf(option),
    onclick: () => { addField(option).input.focus(); drawRest(); },
  }, `+ ${nameOf(option)}`)));
}

function addField(option) {
  const file = option.type === FILE;
  const input = make("input", {
    type: file ? "file" : "text", autocomplete: "off", spellcheck: "false", name: option.name, "aria-label": `${nameOf(option)}: ${aboutOf(option)}`,
    ...(file ? {} : { role: "combobox", "aria-expanded": "false", "aria-controls": "suggest", "aria-autocomplete": "list" }),
    ...(option.max_length ? { maxlength: option.max_length } : {}),
  });
  const field = { option, input, value: null };
  current.fields.set(option.name, field);
  const label = make("label", { class: "option", title: aboutOf(option) }, make("span", {}, nameOf(option)), input);
  const more = $(".command-more");
  if (more) more.before(label);
  else $(".command").append(label);
  if (!file) {
    input.addEventListener("input", () => { field.value = null; grow(input); propose(field); });
    input.addEventListener("focus", () => propose(field));
    input.addEventListener("blur", hideSuggest);
    grow(input);
  }
  return field;
}

function grow(input) {
  input.style.setProperty("--size", `${Math.min(Math.max(input.value.length + 1, 6), 40)}ch`);
}

// --- what is proposed for a field ----------------------------------------------------------------------------------------
async function propose(field) {
  const { option, input } = field;
  const mine = (asked += 1);
  const typed = fold(input.value);
  const match = (items) => items.filter((item) => fold(item.label).includes(typed) || fold(String(item.value)).startsWith(typed));
  const show = (items, settings) => suggest(input, items.slice(0, 25), (item) => take(field, item), { first: Boolean(input.value), ...settings });
  if (field.value !== null) return hideSuggest();
  if (option.choices?.length) return show(match(option.choices.map((one) => ({ label: nameOf(one), value: one.value }))));
  if (option.type === BOOLEAN) return show(match([{ label: words("yes"), value: true }, { label: words("no"), value: false }]));
  if (option.type in OFFERED) {
    const { html } = await read("offered", { kind: OFFERED[option.type], types: (option.channel_types ?? []).join(","), channel: state.channel });
    if (mine !== asked) return;
    const items = $$("li", fragment(html)).map((row) => ({ value: row.dataset.value, label: $("b", row).textContent, mark: $(".sign", row), detail: $("small", row)?.textContent }));
    return show(match(items));
  }
  if (!option.autocomplete) return note(input, `${nameOf(option)} — ${aboutOf(option)}`);
  await new Promise((wake) => setTimeout(wake, input.value ? 120 : 0));
  if (mine !== asked) return;
  const slow = setTimeout(() => { if (mine === asked) note(input, words("loading-options")); }, 300);
  const { choices, failed } = await act("autocomplete", {
    channel: state.channel, command: current.command.id, path: current.command.path, focused: option.name, options: partial(),
  }, {}, { quiet: true }).catch(() => ({ choices: [], failed: true }));
  clearTimeout(slow);
  if (mine !== asked || document.activeElement !== input) return;
  if (failed) return note(input, words("options-failed"), "bad");
  show(choices.map((one) => ({ label: one.name, value: one.value })), { empty: words("nothing-found") });
}

function take(field, item) {
  field.value = item.value;
  field.input.value = item.label;
  grow(field.input);
  asked += 1;
  hideSuggest();
  const empty = [...current.fields.values()].find((one) => one.option.required && !one.input.value);
  if (empty) empty.input.focus();
}

const partial = () => Object.fromEntries([...current.fields.values()].filter(({ option, input }) => input.value && option.type !== FILE)
  .map(({ option, input, value }) => [option.name, value ?? input.value]));

// --- keys and sending ------------------------------------------------------------------------------------------------------
export function commandKeys(event) {
  if (!current) return;
  const field = [...current.fields.values()].find((one) => one.input === event.target);
  if (field && suggestKeys(event)) return;
  if (event.key === "Enter" && field) {
    event.preventDefault();
    sendCommand();
  } else if (event.key === "Escape" || (event.key === "Backspace" && field && !field.input.value && first() === field)) {
    event.preventDefault();
    const { after } = current;
    closeCommand();
    after();
  }
}

const first = () => current.fields.values().next().value;

function readValue({ option, input, value }) {
  const name = nameOf(option);
  if (value !== null) return value;
  if (option.type === INTEGER || option.type === NUMBER) {
    const choice = option.choices?.find((one) => fold(nameOf(one)) === fold(input.value));
    const number = choice ? choice.value : Number(input.value.replace(",", "."));
    if (!Number.isFinite(number) || (option.type === INTEGER && !Number.isInteger(number))) throw new Error(words("option-number", { name }));
    return number;
  }
  if (option.choices?.length) {
    const choice = option.choices.find((one) => fold(nameOf(one)) === fold(input.value));
    if (!choice) throw new Error(words("option-choose", { name }));
    return choice.value;
  }
  if (option.type === BOOLEAN || option.type in OFFERED) throw new Error(words("option-choose", { name }));
  return input.value;
}

function filled() {
  const options = {}, files = {};
  for (const field of current.fields.values()) {
    const { option, input } = field;
    if (!input.value) {
      if (option.required) throw Object.assign(new Error(words("option-missing", { name: nameOf(option) })), { input });
    } else if (option.type === FILE) files[option.name] = input.files;
    else options[option.name] = readValue(field);
  }
  return { options, files };
}

export async function sendCommand() {
  const { command, after } = current;
  let body;
  try {
    body = filled();
  } catch (fault) {
    toast(fault.message, "bad");
    return (fault.input ?? first()?.input)?.focus();
  }
  const channel = state.channel;
  closeCommand();
  after();
  await runCommand(`/${command.shown}`, act("slash", { channel, command: command.id, path: command.path, options: body.options }, body.files));
}

// Shows a command on its way, then how it ended; the answer itself arrives as a message.
export async function runCommand(shown, promise) {
  const pending = pendingCommand(shown);
  const outcome = await promise.catch(() => null);
  if (outcome?.state === "failed") return pending.fail();
  pending.done();
  if (outcome) answered(null, Promise.resolve(outcome));
}

