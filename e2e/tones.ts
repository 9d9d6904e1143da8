import type { BrowserContext, Page } from "@playwright/test";

/** Notes the pitch of each tone that a page really starts; the answer asks a page for those since it was asked last. */
export async function noteTones(of: BrowserContext | Page): Promise<(page: Page) => Promise<number[]>> {
  await of.addInitScript(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    const { start } = AudioScheduledSourceNode.prototype;
    AudioScheduledSourceNode.prototype.start = function noted(this: OscillatorNode, when?: number) {
      heard.push(Math.round(this.frequency.value));
      start.call(this, when);
    };
  });
  return (page) => page.evaluate(() => (window as never as { heard: number[] }).heard.splice(0));
}
