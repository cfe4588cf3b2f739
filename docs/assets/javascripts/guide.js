// The theme puts its copy button into an unnamed <nav>, one for each program. A row of buttons is no
// landmark to navigate by.
new MutationObserver(() => {
  for (const bar of document.querySelectorAll("nav.md-code__nav:not([role])")) bar.setAttribute("role", "presentation");
}).observe(document.body, { childList: true, subtree: true });
