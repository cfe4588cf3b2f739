// The editor of programs: CodeMirror, with what this guide needs of it. Bundled when the site is set up.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { sql, SQLite } from "@codemirror/lang-sql";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

const LANGUAGES = { python, sql: () => sql({ dialect: SQLite }) };

// The line where an error came from, until the text changes.
const setMark = StateEffect.define();
const marks = StateField.define({
  create: () => Decoration.none,
  update(lines, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMark)) return effect.value;
    return transaction.docChanged ? Decoration.none : lines;
  },
  provide: (field) => EditorView.decorations.from(field),
});
const wrongLine = Decoration.line({ class: "editor__wrong", attributes: { "aria-invalid": "true" } });

/** An editor in `parent`. `changed` hears of each edit, `run` of Ctrl or Cmd with Enter. */
export function createEditor(parent, { text, language, label, describedBy, changed, run }) {
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: extensions(language, label, describedBy, changed, run) }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    /** Mark a line, counted from 1, and bring it into view. */
    mark(number) {
      const line = view.state.doc.line(Math.min(number, view.state.doc.lines));
      view.dispatch({ effects: [setMark.of(Decoration.set([wrongLine.range(line.from)])), EditorView.scrollIntoView(line.from)] });
    },
    unmark() {
      view.dispatch({ effects: setMark.of(Decoration.none) });
    },
    focus() {
      view.focus();
    },
  };
}

function extensions(language, label, describedBy, changed, run) {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    indentUnit.of("    "),
    LANGUAGES[language](),
    syntaxHighlighting(classHighlighter),
    marks,
    // Tab indents; Escape, then Tab, leaves the editor.
    keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, "aria-describedby": describedBy, spellcheck: "false" }),
    EditorView.updateListener.of((update) => update.docChanged && changed()),
  ];
}
