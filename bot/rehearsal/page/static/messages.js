// The messages of the open place: putting them in order, keeping what was opened open, and staying at the bottom.

import { read } from "./api.js";
import { $, $$, first, fragment, make, state, words } from "./dom.js";
import { closeSelect } from "./controls.js";
import { dayOf, longDay, wordTimes } from "./time.js";

const KEPT = 250;
const SAME_BREATH = 7 * 60;
const opened = new Map(); // message id → Map of key → html, of what this window has opened
let loadingOlder = false;
let noOlder = false;

const list = () => $(".messages");
const articles = () => $$(":scope > article.message", list());

export function showMessages(found) {
  list().replaceChildren();
  noOlder = found.length < 50;
  for (const message of found) list().append(prepared(message.id, message.html));
  regroup();
  toBottom();
}

// How many to ask for when everything is read anew: as many as are shown, so that no gap can open between old and new.
export const shownCount = () => Math.max(articles().length, 50);

// What was read anew takes the place of what is shown, except for what was told of since it was asked for.
export function mergeMessages(found, asked, told) {
  const there = new Set(found.map((message) => message.id));
  for (const article of articles()) {
    const id = article.dataset.message;
    if (!there.has(id) && !told.has(id)) remove(id);
  }
  for (const message of found) if (!told.has(message.id)) upsert(message.id, message.html);
  noOlder = found.length < asked;
}

export function upsert(id, html) {
  const stuck = atBottom();
  const fresh = prepared(id, html);
  const old = document.getElementById(`m${id}`);
  if (old?.parentElement === list()) replace(old, fresh);
  else insert(id, fresh);
  if (stuck) trim();
  regroup();
  if (stuck) toBottom();
  else if (!old) $(".to-new").hidden = false;
}

export function remove(id) {
  const gone = document.getElementById(`m${id}`);
  if (!gone) return;
  if (gone.contains(document.activeElement)) $(".composer textarea")?.focus();
  gone.remove();
  regroup();
}

function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const attribute = ["data-press", "data-veil", "data-menu"].find((name) => focused?.hasAttribute(name));
  const value = attribute && focused.getAttribute(attribute);
  const failure = $(":scope > .main > .failure", old);
  const choosing = keepSelect(old, fresh);
  old.replaceWith(fresh);
  if (choosing?.contains(focused)) focused.focus({ preventScroll: true });
  if (failure) $(".main", fresh).append(failure);
  if (attribute) $(`[${attribute}="${CSS.escape(value)}"]`, fresh)?.focus({ preventScroll: true });
}

// A card may be redrawn by others' presses while somebody is still choosing in it.
function keepSelect(old, fresh) {
  const open = $(".select:has(ul:not([hidden]))", old);
  if (!open) return null;
  const twin = $(`.select[data-select="${CSS.escape(open.dataset.select)}"]`, fresh);
  if (twin) twin.replaceWith(open);
  else closeSelect(false);
  return twin ? open : null;
}

function insert(id, fresh) {
  const all = articles();
  let after = all.length - 1;
  while (after >= 0 && BigInt(all[after].dataset.message) > BigInt(id)) after -= 1;
  if (after < 0) list().prepend(fresh);
  else all[after].after(fresh);
}

function prepared(id, html) {
  const article = first(html);
  hydrate(article);
  const known = opened.get(id);
  if (known) for (const [key, part] of known) reveal(article, key, part);
  return article;
}

// What cannot be written into HTML under the page's content policy, or depends on the browser.
export function hydrate(root) {
  wordTimes(root);
  for (const element of $$("[data-accent]", root)) element.style.setProperty("--accent", element.dataset.accent);
}

// --- closed things -----------------------------------------------------------------------------------------------------
export async function openVeil(cover) {
  const article = cover.closest("article.message");
  const key = cover.dataset.veil;
  const part = await read("veil", { message: article.dataset.message, key }).catch(() => null);
  if (!part) return;
  if (!opened.has(article.dataset.message)) opened.set(article.dataset.message, new Map());
  opened.get(article.dataset.message).set(key, part.html);
  if (opened.size > 500) opened.delete(opened.keys().next().value);
  const shown = reveal(article, key, part.html);
  shown?.focus({ preventScroll: true });
}

function reveal(article, key, html) {
  const cover = $(`[data-veil="${key}"]`, article);
  if (!cover) return null;
  cover.removeAttribute("data-veil");
  for (const name of ["role", "aria-label"]) cover.removeAttribute(name);
  cover.setAttribute("tabindex", "-1");
  cover.classList.add("open");
  cover.replaceChildren(fragment(html));
  hydrate(cover);
  return cover;
}

// --- order, days, breath -------------------------------------------------------------------------------------------------
export function regroup() {
  for (const rule of $$(":scope > .day", list())) rule.remove();
  let before = null;
  for (const article of articles()) {
    const at = Number(article.dataset.at);
    const newDay = !before || dayOf(before.at * 1000) !== dayOf(at * 1000);
    if (newDay) article.before(make("div", { class: "day", role: "separator" }, make("span", {}, longDay(at * 1000))));
    const led = article.matches(".led, .system, .ephemeral") || before?.article.matches(".system, .ephemeral");
    const follows = !newDay && !led && before.author === article.dataset.author && at - before.at < SAME_BREATH;
    article.classList.toggle("follows", follows);
    before = { article, at, author: article.dataset.author };
  }
  $(".no-messages").hidden = before !== null || !state.place || Boolean(state.place.posts);
}

export const atBottom = () => list().scrollHeight - list().scrollTop - list().clientHeight < 80;

// To the newest message; if its beginning was in sight and it is taller than the window, the beginning stays in sight.
export function toBottom() {
  const newest = articles().at(-1);
  const begins = newest && newest.offsetTop >= list().scrollTop - 1;
  list().scrollTop = begins ? Math.min(newest.offsetTop, list().scrollHeight) : list().scrollHeight;
  $(".to-new").hidden = true;
}

function toEnd() {
  list().scrollTop = list().scrollHeight;
}

function trim() {
  const all = articles();
  for (const article of all.slice(0, Math.max(0, all.length - KEPT))) {
    article.remove();
    noOlder = false;
  }
}

async function loadOlder() {
  const top = articles()[0];
  if (!top || loadingOlder || noOlder) return;
  loadingOlder = true;
  const channel = state.channel;
  try {
    const { messages: found } = await read("older", { channel, before: top.dataset.message });
    if (channel !== state.channel) return;
    noOlder = found.length < 50;
    const height = list().scrollHeight;
    list().prepend(...found.map((message) => prepared(message.id, message.html)));
    regroup();
    list().scrollTop += list().scrollHeight - height;
  } finally {
    loadingOlder = false;
  }
}

export function watchScroll() {
  list().addEventListener("scroll", () => {
    if (list().scrollTop < 200) loadOlder();
    if (atBottom()) $(".to-new").hidden = true;
  }, { passive: true });
  // A picture that loads, or a composer that grows, must not push the last message out of sight.
  let stuck = true;
  list().addEventListener("scroll", () => { stuck = atBottom(); }, { passive: true });
  new ResizeObserver(() => { if (stuck) toBottom(); }).observe(list());
  list().addEventListener("load", () => { if (stuck) toBottom(); }, true);
}

// --- what is only here: commands on their way, failures -------------------------------------------------------------------
export function pendingCommand(shown) {
  const line = make("div", { class: "pending", role: "status" }, make("code", {}, shown), " ", words("sending-command"));
  list().append(line);
  toEnd();
  return {
    done: () => line.remove(),
    fail: () => {
      const dismiss = make("button", { type: "button", class: "plain", onclick: () => line.remove() }, words("dismiss"));
      line.className = "pending failure";
      line.replaceChildren(
        make("code", {}, shown), make("b", {}, words("no-response")), make("small", {}, `${words("only-you")} · `, dismiss),
      );
      toEnd();
    },
  };
}

export function interactionFailed(messageId) {
  const main = $(":scope > .main", document.getElementById(`m${messageId}`) ?? document.body);
  if (!main) return;
  $(":scope > .failure", main)?.remove();
  const note = make("p", { class: "failure", role: "alert" }, words("failed"));
  main.append(note);
  setTimeout(() => note.remove(), 8000);
}
