// The switch for colors, the copy buttons of programs, and follow-up answers on paper.

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

addEventListener("beforeprint", () => {
  for (const answer of document.querySelectorAll("details")) answer.open = true;
});
