// Reads messages as Discord's client shows them before any click, with a parser that somebody else wrote.
// In: one JSON array of {message: <message as on the wire>, secrets: [text]} on standard input.
// Out: one JSON array, for each of them the secrets that are seen without a click.
"use strict";
const { parse } = require("discord-markdown-parser");

const CONTAINER = 17;
const TEXT = 10;

function shown(nodes) {
  let text = "";
  for (const node of Array.isArray(nodes) ? nodes : [nodes]) {
    if (node === null || node === undefined) continue;
    if (typeof node === "string") { text += node; continue; }
    if (node.type === "spoiler") continue;
    if (node.content !== undefined) text += shown(node.content);
    if (Array.isArray(node.items)) text += node.items.map(shown).join("\n");
    if (typeof node.target === "string") text += " " + node.target;
    if (node.type === "br") text += "\n";
  }
  return text;
}

function walk(part, closed, seen) {
  if (Array.isArray(part)) { for (const each of part) walk(each, closed, seen); return; }
  if (part === null || typeof part !== "object") return;
  const inside = closed || (part.type === CONTAINER && part.spoiler === true);
  // Names and labels are never hidden, and pushes and search show them: wherever they stand.
  for (const name of ["label", "placeholder", "description", "title"]) if (part[name]) seen.push(String(part[name]));
  if (part.type === TEXT && !inside) seen.push(shown(parse(String(part.content), "extended")));
  for (const name of ["components", "component", "accessory", "options", "items"]) if (part[name]) walk(part[name], inside, seen);
}

function visible(message) {
  const seen = [];
  if (message.content) seen.push(String(message.content)); // as typed: pushes show it, bars and all
  for (const embed of message.embeds || []) seen.push(JSON.stringify(embed));
  for (const file of message.attachments || []) seen.push(`${file.filename} ${file.description || ""}`);
  walk(message.components || [], false, seen);
  return seen.join("\n").replace(/\u200b/g, "").toLowerCase();
}

let given = "";
process.stdin.on("data", (piece) => { given += piece; });
process.stdin.on("end", () => {
  const found = JSON.parse(given).map(({ message, secrets }) => {
    const text = visible(message);
    return secrets.filter((secret) => text.includes(secret.toLowerCase()));
  });
  process.stdout.write(JSON.stringify(found));
});
