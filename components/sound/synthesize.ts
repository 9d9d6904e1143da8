import type { Tone } from "@/components/sound/recipes";

/** Below hearing: an exponential fade never reaches nought. */
const SILENCE = 0.0001;

/** Schedules the tones on `context`, the first at its time `start`, in seconds. They free themselves when over. */
export function synthesize(context: BaseAudioContext, tones: readonly Tone[], start: number): void {
  for (const { at, pitch, slideTo, wave, level, attack, decay } of tones) {
    const [begin, end] = [start + at, start + at + attack + decay];
    const source = new OscillatorNode(context, { type: wave, frequency: pitch });
    const envelope = new GainNode(context, { gain: 0 });
    if (slideTo !== undefined) {
      source.frequency.setValueAtTime(pitch, begin);
      source.frequency.exponentialRampToValueAtTime(slideTo, end);
    }
    envelope.gain.setValueAtTime(0, begin);
    envelope.gain.linearRampToValueAtTime(level, begin + attack);
    envelope.gain.exponentialRampToValueAtTime(SILENCE, end);
    source.connect(envelope).connect(context.destination);
    source.start(begin);
    source.stop(end);
  }
}
