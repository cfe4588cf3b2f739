// The page's side of Python: one worker, started at the first press and ended to stop a program.

const ALL = 15; // megabytes that it loads

let worker;
let hear = () => {};
let isReady = false;

function start() {
  isReady = false;
  const started = new Worker(new URL("python-worker.js", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }) => {
    if (started !== worker) return; // it was ended meanwhile
    if (data.say === "failed") stopped(); // it may be beyond use: the next press tries anew
    isReady ||= data.say === "ready";
    hear(data);
  });
  started.addEventListener("error", () => {
    if (started !== worker) return;
    stopped();
    hear({ say: "failed", reason: "its files could not be loaded" });
  });
  return started;
}

/** Give Python a task: {do: "run", source} or {do: "grade", source, slug}; `heard` gets its messages. */
export function ask(task, heard) {
  hear = heard;
  worker ??= start();
  worker.postMessage(task);
}

function stopped() {
  worker?.terminate();
  worker = undefined;
}

/** End what runs, at once, and make Python ready for the next press. */
export function stop() {
  hear = () => {};
  stopped();
  worker = start();
}

/** What to tell a reader whose Python failed, which is not the same as a program that fails. */
export function broken(reason) {
  return isReady
    ? `Python itself broke down: ${reason}. The next press starts it anew.`
    : `Python does not start in this browser: ${reason}.`;
}

/** What to tell a reader who waits, "" once Python is there. */
export function loading(bytes = 0) {
  const megabytes = Math.min(Math.round(bytes / 1e6), ALL);
  return isReady ? "" : `Loading Python: ${megabytes} of ${ALL} MB`;
}
