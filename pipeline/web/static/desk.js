// Wakes what a page has. Everything works without: these are forms and links first.

import { wake } from "./editor.js";
import { listen as keys } from "./keys.js";
import { go, listen, nextWaiting, current } from "./rows.js";

keys();
const list = document.querySelector("[data-article]");
if (list) {
  listen(list);
  go(document.getElementById(location.hash.slice(1))?.closest("[data-row]"));
  document.querySelector("[data-next]")?.addEventListener("click", (event) => {
    event.preventDefault();
    go(nextWaiting(current()));
  });
}
for (const editor of document.querySelectorAll("[data-editor]")) wake(editor);
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
