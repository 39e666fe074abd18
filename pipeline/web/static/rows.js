// An article's rows without reloading the page: approve, judge, edit in place, and go on to the next.

import { ask, element, say } from "./parts.js";
import { forget } from "./drafts.js";
import { wake } from "./editor.js";

export const rows = () => [...document.querySelectorAll("[data-row]")];
export const current = () => document.activeElement?.closest("[data-row]") ?? document.querySelector(".row.current");

export function go(row) {
  if (!row) return;
  document.querySelector(".row.current")?.classList.remove("current");
  row.classList.add("current");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", `#${row.id}`);
}

export function nextWaiting(after) {
  const all = rows();
  const start = all.indexOf(after) + 1;
  const ring = [...all.slice(start), ...all.slice(0, start)].filter((row) => row !== after && "waiting" in row.dataset);
  return ring.find((row) => "flagged" in row.dataset) ?? ring[0];
}

// The source has to stay in sight while its translation is being written.
function show(row) {
  const room = innerHeight - 140;
  row.scrollIntoView({ block: row.offsetHeight < room ? "nearest" : "start" });
}

export async function edit(row) {
  const open = row.querySelector("[data-editor]");
  if (open) {
    open.querySelector("textarea").focus();
    return;
  }
  const response = await ask(row.dataset.path);
  if (!response.ok) {
    say(await response.text());
    return;
  }
  const editor = element(await response.text());
  row.append(editor);
  const area = wake(editor);
  area.focus({ preventScroll: true });
  area.setSelectionRange(area.value.length, area.value.length);
  show(row);
}

export function close(row) {
  const editor = row?.querySelector("[data-editor]");
  if (!editor) return;
  editor.keep();
  editor.stop();
  editor.remove();
  go(row);
}

function progress(response) {
  const share = response.headers.get("x-progress");
  if (!share) return;
  const [final, all] = share.split("/");
  for (const bar of document.querySelectorAll("[data-progress]")) Object.assign(bar, { max: all, value: final });
  for (const text of document.querySelectorAll("[data-progress-text]")) text.textContent = share;
}

async function submitted(row, form, submitter) {
  const data = new FormData(form, submitter);
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  let response;
  try {
    response = await ask(submitter?.formAction && submitter.hasAttribute("formaction") ? submitter.formAction : form.action, { method: "POST", form: data });
  } catch {
    return;
  } finally {
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  }
  const html = await response.text();
  if (response.status === 409 || (response.status === 422 && html.includes("data-editor"))) {
    const editor = element(html);
    row.querySelector("[data-editor]")?.stop?.();
    row.querySelector("[data-editor]")?.remove();
    if (response.status === 409) forget(row.dataset.path);
    row.append(editor);
    wake(editor).focus({ preventScroll: true });
    show(row);
    return;
  }
  if (!response.ok) {
    say(html);
    return;
  }
  forget(row.dataset.path);
  row.querySelector("[data-editor]")?.stop?.();
  const fresh = element(html);
  const before = row.getBoundingClientRect().top;
  row.replaceWith(fresh);
  scrollBy(0, fresh.getBoundingClientRect().top - before);
  progress(response);
  const next = document.getElementById(response.headers.get("x-next"));
  if (next === fresh || !next) {
    const all = [...fresh.parentElement.querySelectorAll("[data-waiting]")];
    go(fresh);
    if (!all.length) location.reload(); // everything is final: the page offers what comes next
  } else go(next);
}

export function listen(list) {
  list.addEventListener("submit", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || !event.target.matches("[data-part], [data-save], [data-drop]")) return;
    event.preventDefault();
    if (event.target.matches("[data-drop]")) {
      drop(row, event.target);
      return;
    }
    submitted(row, event.target, event.submitter);
  });
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("[data-edit]")) {
      event.preventDefault();
      edit(row);
    } else if (event.target.closest("[data-close]")) {
      event.preventDefault();
      close(row);
    }
  });
  list.addEventListener("dblclick", (event) => {
    if (event.target.closest(".target")) edit(event.target.closest("[data-row]"));
  });
}

async function drop(row, form) {
  forget(row.dataset.path);
  await ask(form.action, { method: "POST", form: new FormData(form) }).catch(() => {});
  location.hash = row.id;
  location.reload();
}
