// What is being typed, kept in this browser at once and on the server a moment later.

import { ask } from "./parts.js";

const keyOf = (path) => `draft:${document.body.dataset.user}:${path}`;

export function remembered(path) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(path)));
  } catch {
    return null;
  }
}

export function remember(path, text, version) {
  try {
    localStorage.setItem(keyOf(path), JSON.stringify({ text, version, at: Date.now() }));
  } catch {
    // a full or forbidden storage: the server keeps the draft all the same
  }
}

export function forget(path) {
  try {
    localStorage.removeItem(keyOf(path));
  } catch {
    // nothing was kept
  }
}

export function send(path, text, version, keepalive = false) {
  return ask(`${path}/draft`, { method: "PUT", form: { text, based_on: version }, keepalive });
}
