// Python in a worker of its own: the page stays quick, and ends the worker to stop a program.

import { loadPyodide, version } from "../pyodide/pyodide.mjs";

const site = new URL("../../", import.meta.url); // this file stands in assets/javascripts/
// Packages that Python for the browser was built with, of the same version; their hashes stand in its lock file.
const PACKAGES = `https://cdn.jsdelivr.net/pyodide/v${version}/full/`;
const MOST_OUTPUT = 100_000; // characters of one run

const say = (message) => postMessage(message);
let shown = 0; // characters of this run's output so far

const python = load();

async function load() {
  const runner = fetchText("assets/python/runner.py");
  countBytes();
  const pyodide = await loadPyodide({ packageBaseUrl: PACKAGES });
  for (const [name, set] of [["stdout", "setStdout"], ["stderr", "setStderr"]]) {
    const decoder = new TextDecoder();
    pyodide[set]({ isatty: false, write: (bytes) => (print(decoder.decode(bytes, { stream: true }), name), bytes.length) });
  }
  pyodide.FS.mkdirTree("/guide");
  pyodide.FS.writeFile("/guide/runner.py", await runner);
  pyodide.runPython(`
    import sys
    sys.path.insert(0, "/guide")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)
    import runner
  `);
  say({ say: "ready" });
  return { pyodide, runner: pyodide.pyimport("runner") };
}

async function fetchText(path) {
  const response = await fetch(new URL(path, site));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** Tell the page how much of Python has come: it is large, and the reader waits for it. */
function countBytes() {
  const plain = self.fetch;
  let bytes = 0;
  self.fetch = async (...request) => {
    const response = await plain(...request);
    if (!response.body) return response;
    const counted = new TransformStream({
      transform(chunk, stream) {
        bytes += chunk.byteLength;
        say({ say: "loading", bytes });
        stream.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
  };
}

function print(text, stream) {
  if (shown >= MOST_OUTPUT) return;
  shown += text.length;
  say({ say: "output", text, stream });
  if (shown >= MOST_OUTPUT) say({ say: "too much" });
}

/** Fetch the packages that a program imports. False, after saying so, if one does not come or is not what the lock file says. */
async function fetchPackages(pyodide, source) {
  try {
    const failures = [];
    await pyodide.loadPackagesFromImports(source, {
      messageCallback: () => {},
      errorCallback: (message) => failures.push(message),
    });
    if (!failures.length) return true;
    say({ say: "unreachable", reason: failures.join(" ") });
  } catch (error) {
    if (error.name === "PythonError") return true; // it does not parse: running it says where
    say({ say: "unreachable", reason: String(error) });
  }
  return false;
}

const TASKS = {
  async run({ pyodide, runner }, { source }) {
    if (!(await fetchPackages(pyodide, source))) return;
    say({ say: "begins to run" });
    say({ say: "ended", line: runner.run(source) });
  },

  async grade({ pyodide, runner }, { source, slug }) {
    const cases = `/guide/challenges/${slug}/cases.py`;
    const files = { "/guide/challenges/grader.py": "challenges/grader.py", [cases]: `challenges/${slug}/cases.py` };
    for (const [path, address] of Object.entries(files)) {
      pyodide.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
      pyodide.FS.writeFile(path, await fetchText(address));
    }
    runner.grade(source, cases, (message) => say(JSON.parse(message)));
    say({ say: "ended" });
  },
};

addEventListener("message", async ({ data }) => {
  shown = 0;
  try {
    await TASKS[data.do](await python, data);
  } catch (error) {
    say({ say: "failed", reason: String(error) });
  }
});
