// The window: starts, goes to places, listens to what happens, and hands clicks to the parts.

import { act, liveAddress, read } from "./api.js";
import { $, state, toast, words } from "./dom.js";
import { closeSelect, outsideSelect, pick, press, selectKeys, toggleSelect } from "./controls.js";
import { compose, focusComposer, forgetCommands, runNamed, setPlace, watchComposer } from "./composer.js";
import { become, drawFrame, drawRail, markPlace, markUnread, showBot, toggleDrawer } from "./frame.js";
import { openMenu, watchMenus } from "./menu.js";
import { hydrate, mergeMessages, openVeil, remove, shownCount, showMessages, toBottom, upsert, watchScroll } from "./messages.js";
import { watchSuggest } from "./suggest.js";
import { keepTime, wordTimes } from "./time.js";

const AGAIN_AFTER = 800;
let railTimer = null;

// --- starting, and starting over ---------------------------------------------------------------------------------------------
async function start() {
  state.me = new URLSearchParams(location.search).get("as") ?? sessionStorage.getItem("as");
  const given = await read("window");
  Object.assign(state, { me: given.me, words: given.words, locale: given.locale, language: given.language, offset: given.offset,
    botName: given.botName, run: given.run });
  sessionStorage.setItem("as", state.me);
  drawFrame(given);
  hydrate($(".rail"));
  hydrate($(".people"));
  watchComposer();
  watchSuggest();
  watchScroll();
  watchMenus($(".messages"));
  watchClicks();
  keepTime();
  state.home = given.home;
  await go(location.hash.slice(1) || given.home, { quiet: true });
  connect();
  focusComposer();
  const then = sessionStorage.getItem("then");
  sessionStorage.removeItem("then");
  if (then) runNamed(JSON.parse(then));
}

// A try of the welcome: a command with what is filled in, as the acting member or as somebody else.
function tryOut({ run, options, as }) {
  const then = { name: run, options: JSON.parse(options ?? "{}") };
  return as && as !== state.me ? become(as, then) : runNamed(then);
}

// Everything anew: after the stream began, and whenever it was interrupted, so that nothing between is lost.
async function resync() {
  const given = await read("window");
  if (given.run !== state.run) return location.reload();
  Object.assign(state, { offset: given.offset, home: given.home });
  forgetCommands();
  drawRail(given);
  hydrate($(".rail"));
  hydrate($(".people"));
  showBot(given.bot);
  if (state.channel) await refresh();
}

async function refresh() {
  const channel = state.channel;
  const count = shownCount();
  const since = listenTo(channel);
  const place = await read("place", { channel, count }).catch(() => null);
  const told = new Set(since().map((one) => one.id));
  if (channel !== state.channel) return;
  if (!place) return go(state.home);
  showHead(place);
  mergeMessages(place.messages, count, told);
}

// Collects what is told of a place while it is being read; the answer may be older than what is told meanwhile.
const listeners = new Set();
function listenTo(channel) {
  const listener = { channel, heard: [] };
  listeners.add(listener);
  return () => { listeners.delete(listener); return listener.heard; };
}

function heard(told) {
  for (const listener of listeners) if (listener.channel === told.channel) listener.heard.push(told);
}

// --- places ------------------------------------------------------------------------------------------------------------------
let going = 0;
async function go(channel, { quiet = false } = {}) {
  if (!channel) return;
  const mine = (going += 1);
  const since = listenTo(channel);
  const place = await read("place", { channel }).catch(() => null);
  const told = since();
  if (mine !== going) return; // somewhere else was chosen meanwhile
  if (!place) {
    if (!quiet) toast(words("not-there", { name: $(".actors summary b")?.textContent ?? "" }), "bad");
    return channel === state.home ? undefined : go(state.home);
  }
  state.channel = channel;
  state.place = place;
  if (location.hash !== `#${channel}`) history.pushState(null, "", `#${channel}`);
  showHead(place);
  setPlace(place);
  showMessages(place.messages);
  for (const one of told) HEARD[one.event](one);
  if (place.posts) $(".messages").innerHTML = place.posts;
  $(".typing").textContent = "";
  markPlace();
  toggleDrawer(false);
}

function showHead(place) {
  state.place = place;
  $("main > .place").innerHTML = place.head;
  wordTimes($("main > .place"));
  document.title = `${place.name} · ${words("title")}`;
}

// --- what happens --------------------------------------------------------------------------------------------------------------
const HEARD = {
  hello: () => { document.body.classList.remove("cut-off"); resync().catch(() => null); },
  message: (told) => { heard(told); arrived(told); },
  gone: (told) => { heard(told); if (told.channel === state.channel) remove(told.id); },
  places: () => { clearTimeout(railTimer); railTimer = setTimeout(places, 80); },
  typing: ({ channel, name }) => { if (channel === state.channel) typing(name); },
  bot: (told) => showBot(told.state),
  clock: (told) => { state.offset = told.offset; wordTimes(document); },
  commands: forgetCommands,
};

function connect() {
  const source = new WebSocket(liveAddress());
  source.onmessage = ({ data }) => { const told = JSON.parse(data); HEARD[told.event](told); };
  source.onclose = () => {
    document.body.classList.add("cut-off");
    $(".bot-words").textContent = words("reconnecting");
    setTimeout(connect, AGAIN_AFTER);
  };
}

function arrived({ channel, id, html, fresh }) {
  if (channel === state.channel) {
    $(".typing").textContent = "";
    upsert(id, html);
  } else if (fresh) markUnread(channel);
}

async function places() {
  drawRail(await read("rail"));
  hydrate($(".rail"));
  hydrate($(".people"));
  if (!state.channel) return;
  const place = await read("place", { channel: state.channel }).catch(() => null);
  if (!place) return go(state.home);
  showHead(place);
  if (place.posts) $(".messages").innerHTML = place.posts;
}

let typingTimer = null;
function typing(name) {
  $(".typing").textContent = words("typing", { name });
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => { $(".typing").textContent = ""; }, 10_000);
}

// --- clicks ------------------------------------------------------------------------------------------------------------------
const CLICKS = [
  ["[data-veil]", (cover, event) => { event.preventDefault(); openVeil(cover); }],
  ["[data-press]", press],
  [".select-open", (button) => toggleSelect(button.closest(".select"))],
  [".select-done button", () => closeSelect(true)],
  ['.select [role="option"]', pick],
  ["[data-dismiss]", (button) => act("dismiss", { message: button.closest("article.message").dataset.message })],
  ["[data-react]", (button) => act("react", { message: button.closest("article.message").dataset.message, emoji: button.dataset.react, on: button.ariaPressed !== "true" })],
  ["[data-menu]", (button) => { const box = button.getBoundingClientRect(); openMenu(button.closest("article.message"), button, { x: box.left, y: box.bottom }); }],
  ["[data-interested]", (button) => act("interested", { event: button.dataset.interested, yes: button.ariaPressed !== "true" })],
  ["[data-run]", (button) => tryOut(button.dataset)],
  ["[data-kill]", () => act("kill").catch(() => null)],
  ["[data-become]", (button) => become(button.dataset.become)],
  ["[data-go]", (link, event) => { event.preventDefault(); go(link.dataset.go); }],
  ["[data-jump]", (link, event) => { event.preventDefault(); jump(link.dataset.jump); }],
  ["[data-compose]", (button) => compose(button.dataset.compose)],
  [".to-new", toBottom],
];

function watchClicks() {
  document.addEventListener("click", (event) => {
    if (outsideSelect(event.target)) closeSelect(true);
    for (const details of document.querySelectorAll("details.pop[open]")) if (!details.contains(event.target)) details.open = false;
    for (const [selector, handle] of CLICKS) {
      const target = event.target.closest(selector);
      if (target && !target.disabled) return handle(target, event);
    }
  });
  document.addEventListener("keydown", (event) => {
    selectKeys(event);
    if (event.defaultPrevented) return;
    if ((event.key === "Enter" || event.key === " ") && event.target.matches('[role="button"][data-veil]')) {
      event.preventDefault();
      openVeil(event.target);
    }
    if (event.key === "Escape") toggleDrawer(false);
    // Whoever types without having clicked into the field means it all the same.
    const idle = document.activeElement === document.body || document.activeElement?.matches(".messages");
    if (idle && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) $(".composer textarea")?.focus();
  }, true);
  addEventListener("hashchange", () => go(location.hash.slice(1)));
  addEventListener("popstate", () => { if (location.hash.slice(1) !== state.channel) go(location.hash.slice(1) || state.home); });
}

function jump(id) {
  const article = document.getElementById(`m${id}`);
  article?.scrollIntoView({ block: "center" });
  article?.classList.add("flash");
  setTimeout(() => article?.classList.remove("flash"), 2000);
}

start();
