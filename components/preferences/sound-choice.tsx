"use client";

import { Play } from "lucide-react";
import { playSound } from "@/components/sound/play-sound";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { SOUNDS, type Sound } from "@/lib/core/sound";

export interface SoundChoiceProps {
  /** Null: as `fallback`, where there is one. */
  value: Sound | null;
  /** What sounds when nothing is chosen here; absent where something always is. */
  fallback?: Sound;
  label: string;
  playLabel: string;
  describedBy?: string;
  className?: string;
  onChange(sound: Sound | null): void;
}

/** One of six, silence, or the one for all; heard before it is chosen (R20 to R23). */
export function SoundChoice({ value, fallback, label, playLabel, describedBy, className, onChange }: SoundChoiceProps) {
  const heard = value ?? fallback ?? "none";
  return (
    <span className="inline-flex items-center gap-1">
      <NativeSelect
        aria-label={label}
        aria-describedby={describedBy}
        className={className}
        value={value ?? INHERITED}
        onChange={({ target }) => onChange(target.value === INHERITED ? null : (target.value as Sound))}
      >
        {fallback ? <option value={INHERITED}>Default ({NAMES[fallback]})</option> : null}
        {CHOICES.map((sound) => (
          <option key={sound} value={sound}>
            {NAMES[sound]}
          </option>
        ))}
      </NativeSelect>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={playLabel}
        title="Play"
        aria-disabled={heard === "none" || undefined}
        className="aria-disabled:pointer-events-auto"
        onClick={() => playSound(heard)}
      >
        <Play aria-hidden />
      </Button>
    </span>
  );
}

const INHERITED = "inherited";

const CHOICES: readonly Sound[] = [...SOUNDS, "none"];

const NAMES: Readonly<Record<Sound, string>> = {
  chime: "Chime",
  marimba: "Marimba",
  pebble: "Pebble",
  glass: "Glass",
  knock: "Knock",
  bloom: "Bloom",
  none: "No sound",
};
