// Talking to the rehearsal. Reading is GET; whatever changes something is POST and carries the page's key.

import { $, state, toast } from "./dom.js";

const key = $('meta[name="etoile-key"]').content;

export class Refusal extends Error {}

function address(what, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined));
  if (state.me) query.set("as", state.me);
  return `/api/${what}?${query}`;
}

export const liveAddress = () => `ws://${location.host}${address("live")}`;

export async function read(what, parameters) {
  const answer = await fetch(address(what, parameters));
  if (!answer.ok) throw new Refusal(String(answer.status));
  return answer.json();
}

// Does something as the acting member. What Discord's client would not allow becomes a Refusal, shown as a note unless `quiet`.
export async function act(verb, body = {}, files = {}, { quiet = false } = {}) {
  let answer;
  try {
    answer = await fetch(address(verb), { method: "POST", ...contents(body, files) });
  } catch {
    if (!quiet) toast(state.words["reconnecting"], "bad");
    throw new Refusal(state.words["reconnecting"]);
  }
  if (answer.ok) return answer.json();
  const told = answer.status === 409 ? (await answer.json()).message : `${answer.status} ${answer.statusText}`;
  if (!quiet) toast(told, "bad");
  throw new Refusal(told);
}

function contents(body, files) {
  const named = Object.entries(files).flatMap(([name, list]) => [...list].map((file) => [name, file]));
  if (!named.length) {
    return { body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-Etoile-Key": key } };
  }
  const form = new FormData();
  form.append("body", JSON.stringify(body));
  for (const [name, file] of named) form.append(`file:${name}`, file);
  return { body: form, headers: { "X-Etoile-Key": key } };
}
