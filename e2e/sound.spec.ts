import { build } from "esbuild";
import type { Tone } from "../components/sound/recipes";
import type { synthesize as Synthesize } from "../components/sound/synthesize";
import { SOUNDS } from "../lib/core/sound";
import { expect, test } from "./fixtures";

/** The app's own recipes and player, bundled for the test's page. */
interface Synthesis {
  RECIPES: Record<string, readonly Tone[]>;
  synthesize: typeof Synthesize;
}

/** What one sound measures: seconds until it has faded, hertz of its centre, loudest sample, and mean level. */
interface Measured {
  duration: number;
  centroid: number;
  peak: number;
  level: number;
}

test("the six sounds differ clearly, are short, and none clips (R20)", async ({ page }) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { RECIPES } from "./components/sound/recipes"; export { synthesize } from "./components/sound/synthesize";`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "sounds",
    tsconfig: "tsconfig.json",
  });
  await page.evaluate(`${outputFiles[0]!.text}; window.sounds = sounds;`);
  const measured: Record<string, Measured> = {};
  for (const sound of SOUNDS) measured[sound] = await page.evaluate(measure, sound);

  for (const [sound, { duration, peak, level }] of Object.entries(measured)) {
    expect(duration, sound).toBeLessThanOrEqual(1.2);
    expect(peak, sound).toBeLessThan(0.8);
    expect(peak, sound).toBeGreaterThan(0.15);
    expect(level, sound).toBeGreaterThan(0.02);
  }
  for (const [index, one] of SOUNDS.entries()) {
    for (const other of SOUNDS.slice(index + 1)) {
      const [a, b] = [measured[one]!, measured[other]!];
      const apart = Math.max(ratio(a.duration, b.duration), ratio(a.centroid, b.centroid));
      expect(apart, `${one} and ${other}: ${JSON.stringify([a, b])}`).toBeGreaterThan(1.4);
    }
  }
});

function ratio(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}

/** Runs in the browser: renders a sound faster than time and measures what came out. */
async function measure(sound: string): Promise<Measured> {
  const { RECIPES, synthesize } = (window as never as { sounds: Synthesis }).sounds;
  const rate = 44_100;
  const context = new OfflineAudioContext(1, rate * 1.5, rate);
  synthesize(context, RECIPES[sound]!, 0);
  const samples = (await context.startRendering()).getChannelData(0);
  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const end = samples.findLastIndex((one) => Math.abs(one) > peak / 100);
  const level = Math.sqrt(samples.slice(0, end).reduce((sum, one) => sum + one * one, 0) / end);
  let [weighed, total] = [0, 0];
  // One bin a semitone from 80 Hz to 10 kHz: energy of the whole sound at that pitch.
  for (let pitch = 80; pitch < 10_000; pitch *= 2 ** (1 / 12)) {
    let [real, imaginary] = [0, 0];
    for (let index = 0; index < end; index += 2) {
      const angle = (2 * Math.PI * pitch * index) / rate;
      real += samples[index]! * Math.cos(angle);
      imaginary += samples[index]! * Math.sin(angle);
    }
    const energy = Math.hypot(real, imaginary);
    weighed += pitch * energy;
    total += energy;
  }
  return { duration: end / rate, centroid: weighed / total, peak, level };
}
