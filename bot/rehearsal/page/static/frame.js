// The frame around the messages: the bar on top with who acts, the clocks and the bot; the list of places.

import { act } from "./api.js";
import { $, $$, fragment, make, state, toast, words } from "./dom.js";
import { drawComposer } from "./composer.js";

export function drawFrame(given) {
  document.documentElement.lang = state.language;
  document.title = words("title");
  $("#app").replaceChildren(...[
    make("header", { class: "bar" },
      make("button", { class: "skip btn style-1", type: "button", onclick: () => $(".composer textarea").focus() }, words("skip-to-composer")),
      make("button", { class: "drawer-open plain", type: "button", "aria-label": words("open-channels"), "aria-expanded": "false", onclick: toggleDrawer }, "☰"),
      make("div", { class: "brand" }, make("span", { class: "brand-star", "aria-hidden": "true" }, "★"),
        make("b", {}, words("brand")), make("small", {}, words("brand-note"))),
      make("button", { class: "tools-open plain", type: "button", "aria-expanded": "false", onclick: toggleTools }, words("stage-menu")),
      make("div", { class: "tools" }, actors(given), ...(given.controlled ? [skipping(), killing()] : []), looking(), clock()),
      make("div", { class: "bot-state", role: "status" }, make("span", { class: "dot", "aria-hidden": "true" }), make("span", { class: "bot-words" }))),
    banner(),
    make("div", { class: "body" },
      make("nav", { class: "rail", "aria-label": words("channels") }),
      make("div", { class: "shade", onclick: toggleDrawer }),
      make("main", {},
        make("header", { class: "place" }),
        make("div", { class: "messages-holder" },
          make("div", { class: "messages", role: "log", "aria-live": "polite", tabindex: 0 }),
          make("p", { class: "no-messages quiet", hidden: true }, words("no-messages")),
          make("button", { class: "to-new btn style-1", type: "button", hidden: true }, words("new-messages"), " ↓")),
        make("p", { class: "typing", "aria-live": "off" }),
        drawComposer()),
      make("aside", { class: "people", "aria-label": words("members") })),
    make("div", { class: "toasts", role: "status" }),
  ].filter(Boolean));
  drawRail(given);
  showBot(given.bot);
}

export function drawRail({ rail, server, people }) {
  $(".people").replaceChildren(fragment(people));
  const nav = $(".rail");
  const scroll = nav.scrollTop;
  if (server !== undefined) state.server = server;
  const unread = new Set($$("a.is-unread", nav).map((one) => one.dataset.go));
  const openDetails = $$("details[open] > summary", nav).map((one) => one.textContent);
  nav.replaceChildren(make("p", { class: "server" }, state.server), fragment(rail));
  for (const details of $$("details", nav)) details.open = openDetails.includes($("summary", details).textContent);
  for (const one of $$("a[data-go]", nav)) {
    if (unread.has(one.dataset.go)) one.classList.add("is-unread");
  }
  markPlace();
  nav.scrollTop = scroll;
}

export function markPlace() {
  for (const one of $$(".rail a[data-go]")) {
    if (one.dataset.go === state.channel) {
      one.setAttribute("aria-current", "page");
      one.classList.remove("is-unread");
    } else one.removeAttribute("aria-current");
  }
}

export function markUnread(channel) {
  $(`.rail a[data-go="${CSS.escape(channel)}"]`)?.classList.add("is-unread");
}

// --- the bar -----------------------------------------------------------------------------------------------------------------
function disclosure(cls, summary, ...rows) {
  const details = make("details", { class: `pop ${cls}` }, make("summary", {}, ...summary), make("div", { class: "pop-list" }, ...rows));
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) { details.open = false; $("summary", details).focus(); }
  });
  return details;
}

function actors(given) {
  const me = given.actors.find((one) => one.id === given.me);
  return disclosure("actors", [make("span", { class: "lead" }, words("act-as")), " ", make("b", {}, me.name), make("small", {}, me.note)],
    ...given.actors.map((one) => make("button", { type: "button", "aria-pressed": String(one.id === given.me), "data-actor": one.id,
      onclick: () => become(one.id) }, make("b", {}, one.name), make("small", {}, one.note), make("small", { class: "look-at" }, one.look))));
}

// Acts as somebody else from now on; `then` is a command that they use at once.
export function become(id, then = null) {
  sessionStorage.setItem("as", id);
  if (then) sessionStorage.setItem("then", JSON.stringify(then));
  location.replace(`/?as=${id}${location.hash}`);
  if (location.search === `?as=${id}`) location.reload();
}

function skipping() {
  const row = (key, seconds) => make("button", { type: "button", "data-skip": seconds ?? "job", onclick: (event) => skip(event, seconds) }, words(key));
  return disclosure("skips", [words("skip-ahead")], row("skip-ten-minutes", 600), row("skip-hour", 3600), row("skip-job", null));
}

async function skip(event, seconds) {
  event.target.closest("details").open = false;
  const answer = await act("skip", { seconds }).catch(() => null);
  if (!answer) return;
  if (answer.seconds === null) return toast(words("no-job"));
  toast(answer.seconds < 1 ? words("job-now") : words("skipped", { span: span(answer.seconds) }));
}

function span(seconds) {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`;
}

function killing() {
  return make("button", { type: "button", class: "kill", "data-kill": true }, words("kill"));
}

// --- the look ------------------------------------------------------------------------------------------------------------------
function looking() {
  const { etoileLook } = window;
  const rows = [
    ...etoileLook.looks.map((value) => ["look", value, `look-${value}`]),
    ...etoileLook.schemes.map((value) => ["scheme", value, `scheme-${value}`]),
  ].map(([name, value, key]) => make("button", { type: "button", [`data-${name}`]: value, "aria-pressed": String(etoileLook[name] === value),
    onclick: (event) => {
      etoileLook.set(name, value);
      for (const one of $$(`[data-${name}]`, event.target.closest(".pop-list"))) one.ariaPressed = String(one === event.target.closest("button"));
    } }, make("b", {}, words(key))));
  rows.splice(etoileLook.looks.length, 0, make("hr"));
  return disclosure("looks", [words("look")], ...rows);
}

function banner() {
  if (localStorage.getItem("banner") === "closed") return null;
  return make("aside", { class: "banner", "aria-label": words("about-page") }, words("banner"),
    make("button", { type: "button", class: "plain close", "aria-label": words("close-banner"),
      onclick: (event) => { localStorage.setItem("banner", "closed"); event.target.closest(".banner").remove(); } }, "×"));
}

function clock() {
  return make("span", { class: "stage-clock", title: words("clock") }, make("span", { "aria-hidden": "true" }, "◷ "), make("time"));
}

export function showBot(what) {
  const box = $(".bot-state");
  const was = box.dataset.state;
  // A killed bot's connection goes too; why it went is the better news.
  if (what === "offline" && (was === "killed" || was === "starting")) return;
  box.dataset.state = what;
  $(".bot-words", box).textContent = words(`bot-${what}`);
  if (what === "online" && was && was !== "online") toast(words("bot-back"), "good");
  if (what === "killed") toast(words("bot-killed"), "bad");
}

// --- on a phone ---------------------------------------------------------------------------------------------------------------
export function toggleDrawer(force) {
  const on = $("#app").classList.toggle("drawer", typeof force === "boolean" ? force : undefined);
  $(".drawer-open").ariaExpanded = String(on);
  if (on) $(".rail a[aria-current], .rail a")?.focus();
}

function toggleTools() {
  $(".tools-open").ariaExpanded = String($(".tools").classList.toggle("open"));
}
