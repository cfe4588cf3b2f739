// A challenge: the reader's solution is graded case by case, each with a limit of time.

import { keep, read } from "./kept.js";
import { ask, broken, loading, stop } from "./python.js";
import { element, Workbench } from "./workbench.js";

const LIMIT = 5_000; // milliseconds that a case may take

for (const place of document.querySelectorAll(".run[data-challenge]")) attach(place);

function attach(place) {
  const { challenge: slug, suffix } = place.dataset;
  const results = element("ol", { class: "results", "aria-label": "Test results" });
  const starter = place.previousElementSibling;
  let timer;
  let failed = 0;

  const bench = new Workbench(place, {
    name: `challenge.${slug}`,
    address: `challenges/${slug}/starter.${suffix}`,
    language: suffix === "sql" ? "sql" : "python",
    begin: grade,
    stop: () => end("Stopped.", stop()),
    reset: () => results.replaceChildren(),
    instead: starter,
  });
  place.after(results);
  const state = read(`done.${slug}`);
  if (state) bench.say(state === "solved" ? "You have solved this one." : "You have tried this one.");

  async function grade() {
    failed = 0;
    bench.running = true;
    bench.editor?.unmark();
    bench.say(loading() || "Testing …");
    results.replaceChildren();
    if (read(`done.${slug}`) !== "solved") keep(`done.${slug}`, "tried");
    try {
      const source = await bench.text();
      if (bench.running) ask({ do: "grade", slug, source }, (message) => HEARD[message.say]?.(message));
    } catch {
      end("The challenge could not be loaded. Is there a connection?");
    }
  }

  const HEARD = {
    loading: ({ bytes }) => bench.say(loading(bytes)),
    ready: () => bench.say("Testing …"),
    begins(one) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        stop();
        show({ ...one, message: `It took longer than ${LIMIT / 1000} seconds and was stopped.` });
        end(`Stopped at test ${one.number + 1} of ${one.of}.`);
      }, LIMIT);
    },
    tried: show,
    unusable: ({ message }) => unusable(message),
    ended: finish,
    failed: ({ reason }) => end(broken(reason)),
  };

  function show({ name, call, hidden, message, why, printed }) {
    const line = element("li", { class: message ? "results__failed" : "results__passed" });
    const title = `${message ? "Failed" : "Passed"}: ${name}${hidden ? " (hidden)" : ""}`;
    results.append(line);
    if (!message) return line.append(title);
    const detail = element("details", {}, element("summary", {}, title), element("pre", { tabindex: "0" }, call), element("p", {}, message), element("p", {}, why));
    if (printed) detail.append(element("p", {}, "It printed:"), element("pre", { tabindex: "0" }, printed));
    detail.open = !failed++;
    line.append(detail);
  }

  function unusable(message) {
    const line = Number(/line (\d+)/.exec(message)?.[1]);
    results.append(element("li", { class: "results__failed" }, element("pre", { tabindex: "0" }, message)));
    failed = NaN;
    end("The program does not start.");
    if (line) bench.markLine(line);
  }

  function finish() {
    if (Number.isNaN(failed)) return;
    const all = results.children.length;
    if (!failed) keep(`done.${slug}`, "solved");
    end(failed ? `${all - failed} of ${all} tests pass.` : `All ${all} tests pass: solved.`);
  }

  function end(said) {
    clearTimeout(timer);
    bench.running = false;
    bench.say(said);
  }
}
