// A program in the page: its buttons, its status, its editor. programs.js runs it, challenges.js grades it.

import { keep, read } from "./kept.js";

const site = new URL("../../", import.meta.url); // this file stands in assets/javascripts/

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export class Workbench {
  #source; // the program as the guide has it, once fetched

  /**
   * place: the element with the buttons. name: what its edits are kept under. address: of the program.
   * begin, stop, reset: what presses do. instead: what the editor takes the place of.
   */
  constructor(place, { name, address, language, begin, stop, reset, instead }) {
    Object.assign(this, { place, name, address, language, instead, editor: null });
    this.status = place.querySelector(".run__status");
    this.begin = this.#button("begin", begin);
    this.stop = this.#button("stop", stop);
    this.edit = this.#button("edit", () => this.open());
    this.reset = this.#button("reset", async () => {
      keep(this.name, null);
      if (this.editor) this.editor.text = await this.source();
      keep(this.name, null); // the editor kept what it was given
      this.reset.hidden = true;
      reset();
      this.say("As the guide has it.");
    });
    if (read(this.name) !== null) this.open({ quietly: true });
  }

  /** A button of the page, which waited for this script. */
  #button(name, press) {
    const found = this.place.querySelector(`.run__${name}`);
    found.addEventListener("click", press);
    found.disabled = false;
    return found;
  }

  say(text) {
    this.status.textContent = text;
  }

  get running() {
    return !this.stop.hidden;
  }

  /** While it runs there is Stop in the place of the button that began. */
  set running(isRunning) {
    const [gone, come] = isRunning ? [this.begin, this.stop] : [this.stop, this.begin];
    const hadFocus = document.activeElement === gone;
    come.hidden = false;
    gone.hidden = true;
    if (hadFocus) come.focus();
  }

  /** The program as the guide has it. */
  async source() {
    if (this.#source === undefined) {
      const response = await fetch(new URL(this.address, site));
      if (!response.ok) throw new Error(`${this.address}: ${response.status}`);
      this.#source = await response.text();
    }
    return this.#source;
  }

  /** The program as the reader has it. */
  async text() {
    return this.editor?.text ?? read(this.name) ?? (await this.source());
  }

  /** Open the editor; quietly: without moving the keyboard's focus. */
  async open({ quietly = false } = {}) {
    this.edit.hidden = true;
    try {
      const [{ createEditor }, text] = await Promise.all([import("./editor.js"), this.text()]);
      this.editor ??= this.#make(createEditor, text);
    } catch {
      this.edit.hidden = false;
      this.say("The editor could not be loaded. Is there a connection?");
      return;
    }
    if (read(this.name) !== null) {
      this.reset.hidden = false;
      if (quietly) this.say("Your version, kept in this browser.");
    }
    if (!quietly) this.editor.focus();
  }

  #make(createEditor, text) {
    const id = `editor-help-${this.name.replaceAll(/\W/g, "-")}`;
    const help = element("p", { class: "editor__help", id }, "Tab indents. Escape, then Tab, leaves the editor. Ctrl or ⌘ with Enter runs.");
    const host = element("div", { class: "editor" });
    this.place.before(host, help);
    if (this.instead) this.instead.hidden = true;
    return createEditor(host, {
      text,
      language: this.language,
      label: "Program",
      describedBy: id,
      changed: () => this.#changed(),
      run: () => this.begin.hidden || this.begin.click(),
    });
  }

  #changed() {
    this.reset.hidden = false;
    if (!keep(this.name, this.editor.text)) {
      this.say("This browser does not keep your version: its storage is full or blocked.");
    }
  }

  /** Show in the editor where an exception came from. */
  async markLine(line) {
    if (!this.editor) await this.open({ quietly: true });
    this.editor?.mark(line);
  }
}
