// The keyboard: one letter a deed, never while somebody types.

import { close, current, edit, go, nextWaiting, rows } from "./rows.js";

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
const items = () => [...document.querySelectorAll("[data-item]")];

function move(step) {
  if (rows().length) {
    const all = rows();
    const at = all.indexOf(current());
    go(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
    return;
  }
  const all = items();
  const at = all.findIndex((item) => item.contains(document.activeElement));
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.querySelector("a").focus();
}

function dismiss(row) {
  const flag = row?.querySelector("[data-flag] details");
  if (!flag) return;
  flag.open = true;
  flag.querySelector("[data-reason]").focus();
}

function approve() {
  const row = current();
  const form = row?.querySelector("[data-save]") ?? row?.querySelector("[data-approve]") ?? document.querySelector("[data-editor] [data-save]");
  form?.requestSubmit(form.querySelector("button[value='approve']"));
}

const DEEDS = {
  j: () => move(1),
  k: () => move(-1),
  n: () => go(nextWaiting(current())),
  e: () => (current() ? edit(current()) : undefined),
  x: () => dismiss(current()),
  u: () => document.querySelector("[data-undo]")?.requestSubmit(),
  c: () => current()?.querySelector("[data-comment]")?.click(),
  "/": () => document.querySelector("#q")?.focus(),
  "?": () => document.querySelector("#help").showModal(),
};

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      approve();
      return;
    }
    const editor = event.target.closest("[data-editor]");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s" && editor) {
      event.preventDefault();
      const form = editor.querySelector("[data-save]");
      form.requestSubmit(form.querySelector("button[value='save']"));
      return;
    }
    if (event.key === "Escape") {
      const row = current();
      const menu = document.querySelector(".menu[open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      } else if (editor && row) close(row);
      else if (row && typing(event.target)) {
        event.target.closest("details")?.removeAttribute("open");
        go(row);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    const deed = DEEDS[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
}
