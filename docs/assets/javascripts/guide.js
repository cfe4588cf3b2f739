// The switch for colors, the copy buttons of programs, the meanings of terms, and follow-up answers on paper.

const NEXT = { system: "light", light: "dark", dark: "system" };
const NAME = { system: "as the system", light: "light", dark: "dark" };

const button = document.querySelector(".scheme");

function showScheme() {
  button.dataset.scheme = window.applyScheme();
  button.querySelector(".scheme__name").textContent = `Colors: ${NAME[button.dataset.scheme]}`;
}

button.addEventListener("click", () => {
  try {
    localStorage.setItem("guide.scheme", NEXT[button.dataset.scheme]);
  } catch {
    // Storage is blocked: the choice can't be kept, so the system's colors stay.
  }
  showScheme();
});
showScheme();

// On a phone the tabs scroll: the one of this section is brought into sight.
const tabs = document.querySelector(".md-tabs");
const tab = tabs.querySelector("[aria-current]");
if (tab) tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;

for (const program of document.querySelectorAll(".highlight")) {
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "copy";
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(program.querySelector("code, pre").innerText);
    copy.textContent = "Copied";
  });
  copy.addEventListener("blur", () => (copy.textContent = "Copy"));
  program.append(copy);
}

// A term's meaning shows under a pointer that can hover, and where the keyboard's focus is; Escape
// puts it away. The pointer may move onto it.

const meaning = document.createElement("div");
meaning.id = "meaning";
meaning.className = "meaning";
meaning.role = "tooltip";
meaning.hidden = true;
document.querySelector("main").append(meaning);

function showMeaning(term) {
  meaning.textContent = term.dataset.meaning;
  meaning.hidden = false;
  const place = [...term.getClientRects()].at(-1); // its last line, where it runs over two
  const rightmost = document.documentElement.clientWidth - meaning.offsetWidth - 8;
  meaning.style.left = `${scrollX + Math.max(8, Math.min(place.left, rightmost))}px`;
  const above = place.bottom + meaning.offsetHeight > innerHeight;
  meaning.style.top = `${scrollY + (above ? place.top - meaning.offsetHeight : place.bottom)}px`;
}

function hideMeaning(event) {
  if (event?.relatedTarget !== meaning) meaning.hidden = true;
}

for (const term of document.querySelectorAll("a.term")) {
  term.dataset.meaning = term.title;
  term.removeAttribute("title"); // else the browser would show it a second time
  term.setAttribute("aria-description", term.dataset.meaning);
  term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && showMeaning(term));
  term.addEventListener("pointerleave", hideMeaning);
  term.addEventListener("focus", () => term.matches(":focus-visible") && showMeaning(term));
  term.addEventListener("blur", hideMeaning);
}
meaning.addEventListener("pointerleave", () => hideMeaning());
addEventListener("keydown", (event) => event.key === "Escape" && hideMeaning());

addEventListener("beforeprint", () => {
  for (const answer of document.querySelectorAll("details")) answer.open = true;
});
