// The list of challenges shows which of them this reader has tried and solved.

import { read } from "./kept.js";

const WORDS = { tried: "tried", solved: "solved" };
const found = { tried: 0, solved: 0 };

const links = document.querySelectorAll(".challenges > ul a");
for (const link of links) {
  const slug = new URL(link.href).pathname.split("/").at(-2);
  const state = read(`done.${slug}`);
  if (!(state in WORDS)) continue;
  found[state] += 1;
  link.closest("li").dataset.done = state;
  link.ariaDescription = WORDS[state];
}
const said = [`${links.length} challenges`, found.solved && `${found.solved} solved`, found.tried && `${found.tried} tried`];
document.querySelector(".done").textContent = said.filter(Boolean).join(", ");
