// Runs in the page before its own scripts. Plain JavaScript, since what compiles TypeScript adds calls that no page has.

let shifted = 0;
let said = [];
let place;
let listening = [];

/** Those after a press or a click too: whatever moves is seen to move. */
const shifts = new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) shifted += value;
});
shifts.observe({ type: "layout-shift" });

const where = () => [window.scrollY, document.activeElement?.tagName, document.activeElement?.id].join(" ");

/** From now on. */
globalThis.watchStillness = () => {
  shifts.takeRecords();
  shifted = 0;
  said = [];
  place = where();
  for (const observer of listening) observer.disconnect();
  listening = [];
  for (const region of document.querySelectorAll("[role=status][aria-live=polite]")) {
    const note = () => region.textContent && said.push(region.textContent);
    const observer = new MutationObserver(note);
    observer.observe(region, { childList: true, subtree: true, characterData: true });
    listening.push(observer);
  }
};

/** What moved since: layout shifts added up, sentences said, and whether the focus or the scroll went elsewhere. */
globalThis.takeStillness = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      for (const { value } of shifts.takeRecords()) shifted += value;
      resolve({ shifted, said: said.length, moved: place !== where() });
    }),
  );
