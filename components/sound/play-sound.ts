import type { Sound } from "@/lib/core/sound";

/**
 * Plays one of the six sounds (R20), made as it plays; `none` is silent, and so is a browser that allows no sound yet.
 * Never throws and never plays late: a sound that has to wait is dropped.
 */
export function playSound(sound: Sound): void {
  if (sound === "none" || !mayPlay()) return;
  void start(sound).catch(() => {});
}

let shared: AudioContext | null = null;

/** How long a sound may wait for the audio device to wake; milliseconds. */
const PATIENCE = 300;

async function start(sound: Exclude<Sound, "none">): Promise<void> {
  shared ??= new AudioContext({ latencyHint: "interactive" });
  // Not in the first script: nothing sounds before something arrives.
  const [{ RECIPES }, { synthesize }] = await Promise.all([
    import("@/components/sound/recipes"),
    import("@/components/sound/synthesize"),
  ]);
  if (shared.state !== "running") await Promise.race([shared.resume(), wait(PATIENCE)]);
  // Scheduled on a sleeping context it would sound whenever that wakes, long after what it announces.
  if (shared.state === "running") synthesize(shared, RECIPES[sound], shared.currentTime + 0.02);
}

// Asked first: making a context before the person touched the page is refused, with a complaint in the console.
function mayPlay(): boolean {
  return typeof AudioContext === "function" && (navigator.userActivation?.hasBeenActive ?? true);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
