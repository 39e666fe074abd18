// The segment editor: live checks, words counted, characters inserted, drafts that survive.

import { ask } from "./parts.js";
import { forget, remember, remembered, send } from "./drafts.js";

const CHECK_AFTER = 250;
const KEEP_AFTER = 800;

export function wake(editor) {
  const form = editor.querySelector("[data-save]");
  const area = form.querySelector("textarea");
  const path = editor.dataset.path;
  const version = form.elements.based_on;
  const live = editor.querySelector("[data-live]");
  const status = editor.querySelector("[data-status]");
  const words = editor.querySelector("[data-words]");
  let checking, checkTimer, keepTimer;
  let kept = area.value;

  for (const hidden of editor.querySelectorAll("[data-insert], [data-use], [data-characters]")) hidden.hidden = false;

  const local = remembered(path);
  if (local && local.text === area.dataset.saved) forget(path);
  else if (local && local.text !== area.value) {
    area.value = local.text;
    version.value = local.version;
  }

  function count() {
    const number = area.value.split(/\s+/).filter(Boolean).length;
    if (words) words.textContent = `${number} ${number === 1 ? words.dataset.one : words.dataset.many}`;
  }

  async function check() {
    checking?.abort();
    checking = new AbortController();
    try {
      const response = await ask(`${path}/check`, { method: "POST", form: { text: area.value }, signal: checking.signal });
      if (response.ok && live) live.innerHTML = await response.text();
    } catch {
      // typed on, or offline: the next pause checks again
    }
  }

  async function keep() {
    clearTimeout(keepTimer);
    if (area.value === kept) return;
    const text = area.value;
    try {
      if ((await send(path, text, version.value)).ok) {
        kept = text;
        if (status) status.textContent = document.body.dataset.kept;
      }
    } catch {
      // kept in this browser; the next pause tries again
    }
  }

  function changed() {
    remember(path, area.value, version.value);
    count();
    if (status) status.textContent = "";
    clearTimeout(checkTimer);
    clearTimeout(keepTimer);
    if (live) checkTimer = setTimeout(check, CHECK_AFTER);
    keepTimer = setTimeout(keep, KEEP_AFTER);
  }

  area.addEventListener("input", changed);
  editor.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert], [data-use]");
    if (!button) return;
    if ("use" in button.dataset) area.value = button.dataset.use;
    else area.setRangeText(button.dataset.insert, area.selectionStart, area.selectionEnd, "end");
    area.focus();
    changed();
  });
  editor.querySelector("[data-propose]")?.addEventListener("click", (event) => {
    const chosen = String(getSelection()).trim();
    if (!chosen) return;
    const address = new URL(event.currentTarget.href);
    address.searchParams.set("source", chosen.slice(0, 200));
    event.currentTarget.href = address;
  });
  const leave = () => {
    if (area.isConnected && area.value !== kept) send(path, area.value, version.value, true).catch(() => {});
  };
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
  editor.stop = () => {
    clearTimeout(checkTimer);
    clearTimeout(keepTimer);
    checking?.abort();
    removeEventListener("pagehide", leave);
  };
  editor.keep = keep;
  count();
  if (area.value !== area.dataset.saved && live) check();
  return area;
}


