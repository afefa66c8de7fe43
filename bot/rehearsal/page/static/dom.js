// Small helpers for the document, and the state that the parts of this window share.

export const state = {
  me: null, channel: null, words: {}, locale: "en-US", language: "en", offset: 0, place: null, botName: "", run: null,
};

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// An element: properties beginning with "on" are listeners, "data"/"aria" ones are attributes, `html` comes from our own server only.
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (key === "html") element.innerHTML = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

export const first = (html) => fragment(html).firstElementChild;

// A sentence of the page in the acting member's language.
export function words(key, gaps = {}) {
  return (state.words[key] ?? key).replace(/\{(\w+)\}/g, (_, gap) => gaps[gap] ?? "");
}

// For comparing what people type: no accents, no capitals.
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const stageNow = () => Date.now() + state.offset * 1000;

export function toast(text, kind = "note") {
  const region = $(".toasts");
  const note = make("p", { class: `toast ${kind}` }, text);
  region.append(note);
  while (region.children.length > 4) region.firstElementChild.remove();
  setTimeout(() => note.remove(), 6000);
}
