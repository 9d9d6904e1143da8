// Runs in the page before its own scripts. Plain JavaScript, since what compiles TypeScript adds calls that no page has.

const PAUSE = 150;

/** Until the frame under way is laid out and painted: a message is delivered after the frame's own work. */
const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    }),
  );

/** Does `act` in a quiet moment; answers the milliseconds until `isDone` and the frame that shows it was painted. */
const timeToPaint = async (act, isDone) => {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  await painted();
  const start = performance.now();
  act();
  do await painted();
  while (!isDone());
  return performance.now() - start;
};

/** Types into the search, as a key does. */
globalThis.timeSearch = (text) => {
  const input = document.querySelector("input[type=search]");
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  return timeToPaint(
    () => {
      write.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
    () => Boolean(document.querySelector("mark")) === (text !== ""),
  );
};

/** Clicks the checkbox of a topic. */
globalThis.timeToggle = (topic) => {
  const box = document.getElementById(`topic-${topic}`);
  const before = box.getAttribute("aria-checked");
  return timeToPaint(
    () => box.click(),
    () => box.getAttribute("aria-checked") !== before,
  );
};

/** The floor: one word of the page changes. */
globalThis.timeWord = () => {
  const heading = document.querySelector("h1");
  return timeToPaint(
    () => heading.setAttribute("data-floor", String(performance.now())),
    () => true,
  );
};
