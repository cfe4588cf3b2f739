// Every program of a page can be run and changed. Nothing of Python is loaded before the first press.

import { ask, broken, loading, stop } from "./python.js";
import { element, Workbench } from "./workbench.js";

const PATIENCE = 10_000; // milliseconds that a program runs before the reader is asked

for (const place of document.querySelectorAll(".run[data-program]")) attach(place);
if (document.querySelector(".run[data-challenge]")) import("./challenges.js");

function attach(place) {
  const name = place.dataset.program;
  const block = place.nextElementSibling; // what the guide's own run printed
  const title = block.querySelector(".filename");
  const code = block.querySelector("code");
  const recorded = [...code.childNodes];
  let question; // after PATIENCE
  let pending = []; // output that is not shown yet

  const bench = new Workbench(place, {
    name: `program.${name}`,
    address: `programs/${name}.py`,
    language: "python",
    begin: run,
    stop: () => end("Stopped.", stop()),
    reset() {
      title.textContent = "Output";
      code.replaceChildren(...recorded);
    },
  });

  async function run() {
    bench.running = true;
    bench.editor?.unmark();
    bench.say(loading() || "Running …");
    title.textContent = "Output of your run";
    code.replaceChildren();
    code.ariaBusy = "true";
    try {
      const source = await bench.text();
      if (bench.running) ask({ do: "run", source }, (message) => HEARD[message.say]?.(message));
    } catch {
      end("The program could not be loaded. Is there a connection?");
    }
  }

  const HEARD = {
    loading: ({ bytes }) => bench.say(loading(bytes)),
    ready: () => bench.say("Running …"),
    "begins to run"() {
      bench.say("Running …");
      question = setTimeout(askWhether, PATIENCE);
    },
    output: ({ text, stream }) => show(text, stream),
    "too much": () => show("\n… more than 100,000 characters: the rest is not shown.\n", "notice"),
    ended({ line }) {
      end(line ? `Line ${line} failed.` : "Finished.");
      if (line) bench.markLine(line);
    },
    unreachable: () =>
      end(
        `${place.dataset.packages ?? "A package"} could not be fetched from cdn.jsdelivr.net. Save `,
        element("a", { href: new URL(`../../programs/${name}.py`, import.meta.url), download: "" }, "the program"),
        " and run it on your computer: ",
        command(),
      ),
    failed: ({ reason }) => end(broken(reason)),
  };

  function command() {
    const wanted = (place.dataset.packages ?? "").toLowerCase().replaceAll(",", "");
    return element("code", {}, `${wanted && `python -m pip install ${wanted} && `}python ${name.split("/").at(-1)}.py`);
  }

  function askWhether() {
    const wait = element("button", { type: "button" }, "Let it run");
    wait.addEventListener("click", () => (bench.say("Running …"), bench.stop.focus()));
    bench.status.replaceChildren("It has run for 10 seconds. Stop it? ", wait);
  }

  function show(text, stream) {
    pending.push(stream === "stdout" ? text : element("span", { class: `run__${stream}` }, text));
    if (pending.length === 1) requestAnimationFrame(flush);
  }

  function flush() {
    code.append(...pending);
    pending = [];
  }

  function end(...said) {
    clearTimeout(question);
    flush(); // what it printed stands there before it is said to have ended
    bench.running = false;
    code.ariaBusy = "false";
    bench.status.replaceChildren(...said.filter((part) => part !== undefined));
  }
}
