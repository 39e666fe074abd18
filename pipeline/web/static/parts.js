// Asks the desk for a part of a page, and says in a line what went wrong.

const body = document.body;

export class Failed extends Error {}

export function say(text, link) {
  const toast = document.querySelector(".toast");
  toast.textContent = text;
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.textContent = " →";
    toast.append(anchor);
  }
  toast.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { toast.hidden = true; }, 6000);
}

export async function ask(path, { method = "GET", form, signal, keepalive = false } = {}) {
  const headers = { "X-Part": "1", "X-Form-Token": body.dataset.token };
  const data = form && new URLSearchParams(form);
  let response;
  try {
    response = await fetch(path, { method, headers, body: data, signal, keepalive, redirect: "follow" });
  } catch (error) {
    if (error.name !== "AbortError") say(body.dataset.offline);
    throw error;
  }
  if (response.status === 401) {
    say(body.dataset.lost, `/login?next=${encodeURIComponent(location.pathname + location.hash)}`);
    throw new Failed("401");
  }
  return response;
}

export function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim(); // comes from our own templates, where everything is escaped
  return template.content.firstElementChild;
}
