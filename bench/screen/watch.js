// Runs in the page before its own scripts. Plain JavaScript, since what compiles TypeScript adds calls that no page has.

/** Waits for `text` to stand in the page, and answers when the frame that shows it begins; milliseconds since 1970. */
globalThis.watchFor = (text) => {
  globalThis.shownAt = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.body.textContent.includes(text)) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
};

/** The floor: whatever comes from this socket is put into the page. */
globalThis.showWhatComesFrom = (address) =>
  new Promise((resolve) => {
    const socket = new WebSocket(address);
    socket.onopen = resolve;
    socket.onmessage = ({ data }) => {
      const line = document.createElement("p");
      line.textContent = data;
      document.body.append(line);
    };
  });
