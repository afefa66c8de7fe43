// Where one writes: messages with files, replies and edits, and the picker that a slash opens.

import { act, read } from "./api.js";
import { $, make, state, words } from "./dom.js";
import { closeCommand, commandKeys, commandOpen, flatten, matching, openCommand, runCommand, sendCommand } from "./command.js";
import { toBottom } from "./messages.js";
import { hideSuggest, suggest, suggestKeys } from "./suggest.js";

let files = [];
let replyTo = null;
let editing = null;
let known = null; // the commands of this place, read when first needed

const area = () => $(".composer textarea");

export function drawComposer() {
  return make("form", { class: "composer", "aria-label": words("composer") },
    make("div", { class: "suggest", id: "suggest", role: "listbox", tabindex: 0, "aria-label": words("commands"), hidden: true }),
    make("div", { class: "composer-note", hidden: true }),
    make("div", { class: "composer-files", hidden: true }),
    make("div", { class: "line" },
      make("label", { class: "attach", title: words("attach") }, make("span", { "aria-hidden": "true" }, "+"),
        make("input", { type: "file", multiple: true, "aria-label": words("attach"), onchange: (event) => addFiles(event.target) })),
      make("div", { class: "command", hidden: true }),
      make("textarea", { rows: 1, maxlength: 4000, "aria-label": words("composer"), "aria-controls": "suggest", "aria-autocomplete": "list" }),
      make("button", { type: "submit", class: "send", "aria-label": words("send") }, "➤")));
}

export function setPlace(place) {
  known = null;
  closeCommand();
  calm();
  area().placeholder = place.write ? words("message-to", { name: place.address }) : words("cannot-write");
  area().disabled = !place.write;
  $(".attach").hidden = !place.attach;
  $(".composer").hidden = Boolean(place.posts);
  if (!place.posts) commands();
}

export const forgetCommands = () => { known = null; };

function calm() {
  area().value = "";
  files = [];
  replyTo = editing = null;
  drawFiles();
  noteAbove(null);
  grow();
  hideSuggest();
}

function grow() {
  area().style.setProperty("--lines", Math.min(area().value.split("\n").length, 8));
}

function noteAbove(text) {
  const note = $(".composer-note");
  note.hidden = !text;
  note.replaceChildren(text ?? "", make("button", { type: "button", class: "plain close", "aria-label": words("cancel"), onclick: calm }, "×"));
}

export function startReply(message, name) {
  replyTo = message;
  editing = null;
  noteAbove(words("replying", { name }));
  area().focus();
}

export function startEdit(message, content) {
  editing = message;
  replyTo = null;
  area().value = content;
  noteAbove(words("editing"));
  grow();
  area().focus();
}

export function compose(text) {
  area().value = text;
  grow();
  area().focus();
  typed();
}

// With a keyboard at hand one can begin at once; on a phone it would cover half of the page.
export function focusComposer() {
  if (matchMedia("(hover: hover)").matches) area().focus({ preventScroll: true });
}

// Uses a command by its name, with its options filled in.
export async function runNamed({ name, options }) {
  const command = (await commands()).find((one) => one.plain === name);
  if (!command) return;
  await runCommand(`/${command.shown}`, act("slash", { channel: state.channel, command: command.id, path: command.path, options }));
}

// --- files ---------------------------------------------------------------------------------------------------------------
function addFiles(input) {
  files.push(...input.files);
  input.value = "";
  drawFiles();
  area().focus();
}

function drawFiles() {
  const holder = $(".composer-files");
  holder.hidden = !files.length;
  holder.replaceChildren(...files.map((file) => make("span", { class: "chip" }, file.name,
    make("button", { type: "button", class: "plain", "aria-label": words("remove-file", { name: file.name }),
      onclick: () => { files = files.filter((one) => one !== file); drawFiles(); } }, "×"))));
}

// --- the picker ------------------------------------------------------------------------------------------------------------
async function commands() {
  const channel = state.channel;
  known ??= read("commands", { channel }).then((found) => flatten(found.commands));
  try {
    return await known;
  } catch {
    known = null;
    return [];
  }
}

async function typed() {
  grow();
  const text = area().value;
  if (!text.startsWith("/") || text.includes("\n") || editing) return hideSuggest();
  const all = await commands();
  if (area().value !== text || commandOpen()) return;
  const exact = all.find((one) => text === `/${one.shown} ` || text === `/${one.plain} `);
  if (exact?.options.length && !all.some((one) => one !== exact && one.plain.startsWith(`${exact.plain} `))) return choose(exact);
  const found = matching(all, text.slice(1)).map((one) => ({ label: `/${one.shown}`, detail: one.about, group: state.botName, command: one }));
  suggest(area(), found, (item) => choose(item.command), { empty: words("no-commands") });
}

function choose(command) {
  const text = area().value;
  area().value = "";
  grow();
  hideSuggest();
  openCommand(command, () => area().focus());
  // Typed out in full and nothing to fill in: there is nothing to wait for.
  if (!command.options.length && [command.shown, command.plain].includes(text.trim().slice(1))) sendCommand();
}

// --- sending ---------------------------------------------------------------------------------------------------------------
async function send() {
  if (commandOpen()) return sendCommand();
  const content = area().value.trim();
  if (!content && !files.length) return;
  if (content.startsWith("/") && !editing) {
    // Typed faster than the list came: what was meant is the command, not a message that begins with a slash.
    const [meant] = matching(await commands(), content.slice(1));
    if (meant && area().value.trim() === content) return choose(meant);
  }
  const [was, reply, edit, sent] = [area().value, replyTo, editing, files];
  calm();
  try {
    if (edit) await act("edit", { message: edit, content });
    else await act("send", { channel: state.channel, content, reply_to: reply ?? undefined }, sent.length ? { files: sent } : {});
    if (!edit) toBottom();
  } catch {
    // Nothing that was typed is lost.
    if (!area().value) { area().value = was; files = sent; drawFiles(); grow(); }
  }
}

export function watchComposer() {
  const composer = $(".composer");
  composer.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  composer.addEventListener("keydown", (event) => {
    if (event.target !== area()) return commandKeys(event);
    if (suggestKeys(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
    if (event.key === "Escape" && (replyTo || editing)) calm();
  });
  area().addEventListener("input", typed);
  area().addEventListener("blur", hideSuggest);
  area().addEventListener("focus", () => { if (area().value.startsWith("/")) typed(); });
  composer.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) { files.push(...event.clipboardData.files); drawFiles(); }
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length && !area().disabled) { files.push(...event.dataTransfer.files); drawFiles(); }
  });
}

