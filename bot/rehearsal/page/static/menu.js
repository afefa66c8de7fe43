// What one can do with a message: the menu behind its "⋯", a right click, or a long press.

import { act, read } from "./api.js";
import { $, $$, make, state, words } from "./dom.js";
import { runCommand } from "./command.js";
import { startEdit, startReply } from "./composer.js";

let opener = null;

export async function openMenu(article, from, at) {
  closeMenu();
  const message = article.dataset.message;
  const offers = await read("menu", { message }).catch(() => null);
  if (!offers) return;
  opener = from;
  const menu = make("div", { class: "menu", role: "menu" }, ...entries(message, offers));
  menu.addEventListener("keydown", keys);
  document.body.append(menu);
  placeAt(menu, at);
  $('[role="menuitem"]', menu)?.focus();
}

function entries(message, offers) {
  const rows = [];
  const add = (label, run, cls = "") => rows.push(make("button", { type: "button", role: "menuitem", tabindex: -1, class: cls,
    onclick: () => { closeMenu(); run(); } }, label));
  const title = (text) => rows.push(make("div", { class: "menu-title", role: "presentation" }, text));
  if (offers.reply) add(words("reply"), () => startReply(message, offers.author));
  if (offers.edit) add(words("edit"), () => startEdit(message, offers.content));
  if (offers.apps.length) title(words("apps"));
  for (const one of offers.apps) add(one.name, () => runCommand(one.name, act("message-command", { command: one.id, message })));
  if (offers.people.length) title(`${words("apps")} · ${offers.author}`);
  for (const one of offers.people) {
    add(one.name, () => runCommand(one.name, act("user-command", { command: one.id, channel: state.channel, user: offers.authorId })));
  }
  if (rows.length) rows.push(make("hr"));
  add(words("copy-id"), () => navigator.clipboard?.writeText(message));
  if (offers.dismiss) add(words("dismiss"), () => act("dismiss", { message }));
  if (offers.delete) add(words("delete"), () => act("delete", { message }), "danger");
  return rows;
}

function placeAt(menu, { x, y }) {
  const box = menu.getBoundingClientRect();
  menu.style.setProperty("left", `${Math.max(8, Math.min(x, innerWidth - box.width - 8))}px`);
  menu.style.setProperty("top", `${Math.max(8, Math.min(y, innerHeight - box.height - 8))}px`);
}

export function closeMenu() {
  const menu = $(".menu");
  if (!menu) return;
  menu.remove();
  opener?.focus({ preventScroll: true });
}

function keys(event) {
  const items = $$('[role="menuitem"]', event.currentTarget);
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items[(at + step + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") closeMenu();
  else return;
  event.preventDefault();
}

export function watchMenus(list) {
  list.addEventListener("contextmenu", (event) => {
    const article = event.target.closest("article.message");
    if (!article || event.target.closest("a, img, input, textarea") || String(getSelection())) return;
    event.preventDefault();
    openMenu(article, $(".more", article), { x: event.clientX, y: event.clientY });
  });
  // Phones that send no contextmenu for a long press.
  let timer = null;
  list.addEventListener("touchstart", (event) => {
    const article = event.target.closest("article.message");
    const { clientX: x, clientY: y } = event.touches[0];
    timer = article && setTimeout(() => { if (!$(".menu")) openMenu(article, $(".more", article), { x, y }); }, 550);
  }, { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) list.addEventListener(end, () => clearTimeout(timer), { passive: true });
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".menu")) closeMenu(); });
}
