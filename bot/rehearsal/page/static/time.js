// Discord's timestamps, worded in the browser's zone and the acting member's language. The stage's clock may be ahead of the machine's.

import { $$, stageNow, state, words } from "./dom.js";

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { year: "numeric", month: "2-digit", day: "2-digit" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { year: "numeric", month: "2-digit", day: "2-digit", hour: "numeric", minute: "2-digit" },
  S: { year: "numeric", month: "2-digit", day: "2-digit", hour: "numeric", minute: "2-digit", second: "2-digit" },
};
const UNITS = [["second", 60], ["minute", 60], ["hour", 24], ["day", 30], ["month", 12], ["year", Infinity]];
const made = new Map();

// The browser's own variant of the member's language where there is one, so that an English member in London reads 24 hours.
function locale() {
  return navigator.languages.find((tag) => tag.split("-")[0] === state.language) ?? state.locale;
}

function formatter(style) {
  const key = `${locale()} ${style}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale(), STYLES[style]));
  return made.get(key);
}

function relative(at) {
  let amount = (at - stageNow()) / 1000;
  for (const [unit, size] of UNITS) {
    if (Math.abs(Math.round(amount)) < size) {
      return new Intl.RelativeTimeFormat(locale(), { numeric: "always" }).format(Math.round(amount), unit);
    }
    amount /= size;
  }
  return "";
}

export const dayOf = (at) => new Date(at).toDateString();
export const longDay = (at) => formatter("D").format(at);

function ofMessage(at) {
  const time = formatter("t").format(at);
  if (dayOf(at) === dayOf(stageNow())) return words("at-today", { time });
  if (dayOf(at) === dayOf(stageNow() - 86_400_000)) return words("at-yesterday", { time });
  return formatter("s").format(at);
}

export function worded(at, style) {
  if (style === "R") return relative(at);
  if (style === "message") return ofMessage(at);
  return formatter(style in STYLES ? style : "f").format(at);
}

export function wordTimes(root) {
  for (const element of $$("time[data-at]", root)) {
    const at = Number(element.dataset.at) * 1000;
    element.textContent = worded(at, element.dataset.style);
    element.title = formatter("F").format(at);
  }
}

export function keepTime() {
  const tick = () => {
    for (const element of $$('time[data-style="R"]')) {
      const text = relative(Number(element.dataset.at) * 1000);
      if (element.textContent !== text) element.textContent = text;
    }
    for (const clock of $$(".stage-clock time")) {
      const text = formatter("s").format(stageNow());
      if (clock.textContent !== text) clock.textContent = text;
    }
  };
  tick();
  setInterval(tick, 1000);
}
