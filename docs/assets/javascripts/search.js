// The search dialog. Pagefind and its index are loaded when the reader first turns to it.

const base = new URL("../../", import.meta.url); // this file stands in assets/javascripts/
const HIGHLIGHT = "highlight";
const SHOWN = 8;

let pagefind; // the search engine, once loaded
let view; // the dialog's elements, once made

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function makeView() {
  const input = element("input", {
    type: "search", role: "combobox", "aria-label": "Search the guide", "aria-controls": "search-results",
    "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    placeholder: "Search questions, terms, challenges …",
  });
  const close = element("button", { type: "button", class: "search__close" }, "Close");
  const suggestions = element("div", { class: "search__suggestions", role: "group", "aria-label": "Suggested words" });
  const status = element("p", { class: "search__status", role: "status" });
  const results = element("div", { id: "search-results", class: "search__results", role: "listbox", "aria-label": "Results" });
  const bar = element("div", { class: "search__bar" }, input, close);
  const dialog = element("dialog", { class: "search", "aria-label": "Search" }, bar, suggestions, status, results);
  document.body.append(dialog);

  input.addEventListener("input", () => search(input.value));
  input.addEventListener("keydown", onKey);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return { dialog, input, suggestions, status, results };
}

async function open() {
  view ??= makeView();
  if (!view.dialog.open) view.dialog.showModal();
  view.input.focus();
  view.input.select();
  await load();
}

async function load() {
  if (pagefind) return pagefind;
  try {
    const engine = await import(new URL("pagefind/pagefind.js", base));
    await engine.options({ highlightParam: HIGHLIGHT, excerptLength: 24 });
    await engine.init();
    pagefind = engine;
  } catch {
    view.status.textContent = "The search could not be loaded. Check your connection, then open it again.";
  }
  return pagefind;
}

async function search(words) {
  if (!words.trim()) return show("", [], 0);
  const engine = await load();
  const found = await engine?.debouncedSearch(words, {}, 120);
  if (!found) return; // a later key press has taken over, or the search could not be loaded
  const results = found.results.filter((result) => result.words.length); // it may return pages without the words
  const pages = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  if (words !== view.input.value) return;
  if (pages.some((page) => isMeant(page, words))) show(words, pages, results.length);
  else show(words, [], 0);
}

/** Whether a page has a word that begins like one of these: for an unknown word the engine takes its first letter. */
function isMeant(page, words) {
  const beginnings = words.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => word.slice(0, 3));
  const excerpts = [page, ...page.sub_results].map((part) => part.excerpt).join(" ");
  const marked = [...excerpts.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word.toLowerCase());
  return marked.some((word) => beginnings.some((beginning) => word.includes(beginning)));
}

function show(words, pages, total) {
  view.results.replaceChildren(...pages.map(option));
  view.suggestions.replaceChildren(...completions(words, pages).map(chip));
  view.input.setAttribute("aria-expanded", String(pages.length > 0));
  activate(pages.length ? 0 : -1);
  if (!words.trim()) view.status.textContent = "";
  else if (!total) view.status.textContent = `Nothing found for “${words}”. Try fewer or other words.`;
  else view.status.textContent = `${total} page${total === 1 ? "" : "s"}${total > SHOWN ? `, the first ${SHOWN} shown` : ""}`;
}

function option(page, index) {
  const part = page.sub_results.find((sub) => sub.excerpt.includes("<mark>")) ?? page;
  const excerpt = element("span", { class: "search__excerpt" });
  excerpt.innerHTML = part.excerpt; // Pagefind escapes the text and adds <mark> alone
  const where = [page.meta.section, part.title !== page.meta.title && part.title].filter(Boolean).join(" › ");
  return element(
    "a", { id: `search-option-${index}`, role: "option", href: part.url, "aria-selected": "false", tabindex: "-1" },
    element("span", { class: "search__title" }, page.meta.title),
    element("span", { class: "search__where" }, where),
    excerpt,
  );
}

// Words of the titles and aliases found that continue the word being typed.
function completions(words, pages) {
  const typed = words.toLowerCase().split(/\s+/).pop();
  if (typed.length < 2) return [];
  const known = pages.flatMap((page) => `${page.meta.title} ${page.meta.aliases ?? ""}`.toLowerCase().match(/[\p{L}\d-]+/gu) ?? []);
  return [...new Set(known)].filter((word) => word.startsWith(typed) && word !== typed).slice(0, 4);
}

function chip(word) {
  const button = element("button", { type: "button" }, word);
  button.addEventListener("click", () => {
    view.input.value = [...view.input.value.split(/\s+/).slice(0, -1), word].join(" ");
    view.input.focus();
    search(view.input.value);
  });
  return button;
}

function activate(index) {
  const options = [...view.results.children];
  options.forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
  view.input.removeAttribute("aria-activedescendant");
  if (options[index]) {
    view.input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }
}

function onKey(event) {
  const options = [...view.results.children];
  const current = options.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && options.length) {
    activate((current + step + options.length) % options.length);
    event.preventDefault();
  } else if (event.key === "Enter" && options[current]) {
    options[current].click();
    event.preventDefault();
  }
}

function typing(target) {
  return target.closest("input, textarea, select, [contenteditable]");
}

document.addEventListener("click", (event) => event.target.closest("[data-search-open]") && open());
document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
  const commandK = event.key === "k" && (event.ctrlKey || event.metaKey);
  if (slash || commandK) {
    event.preventDefault();
    open();
  }
});

if (new URL(location.href).searchParams.has(HIGHLIGHT)) {
  import(new URL("pagefind/pagefind-highlight.js", base)).then(({ default: Highlight }) => new Highlight({ highlightParam: HIGHLIGHT }));
}
