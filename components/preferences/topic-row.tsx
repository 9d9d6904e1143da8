"use client";

import { LockKeyhole } from "lucide-react";
import { memo, useRef } from "react";
import type { ListedTopic, Note, TopicChange } from "@/components/preferences/listed";
import { Marked } from "@/components/preferences/marked";
import { Refused, Saved } from "@/components/preferences/note";
import { ResetButton } from "@/components/preferences/reset-button";
import { SoundChoice } from "@/components/preferences/sound-choice";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { Sound } from "@/lib/core/sound";

export interface TopicRowProps extends Omit<ListedTopic, "key"> {
  topic: string;
  words: readonly string[];
  note: Note | undefined;
  /** The sound for all; absent where topics have none. */
  fallback?: Sound;
  /** Shown as the place that a link led to. */
  arrived: boolean;
  onChange(change: TopicChange, at: string): void;
  onSound?(topic: string, sound: Sound | null): void;
}

/** One topic: its checkbox, where the value comes from, and the way back to what is inherited (R50, U14). */
export const TopicRow = memo(function TopicRow(props: TopicRowProps) {
  const { topic, name, enabled, source, locked, resettable, words, note, arrived, onChange } = props;
  const checkbox = useRef<HTMLButtonElement>(null);
  const id = topicId(topic);

  function reset() {
    checkbox.current?.focus();
    onChange({ [topic]: null }, topic);
  }

  return (
    <li
      className={cn(
        "drawn-in-sight-11 flex min-h-11 flex-wrap items-center gap-x-3 border-t py-1.5 pr-4 pl-4 sm:pl-11",
        arrived && "focus-within:bg-unread",
      )}
    >
      {locked ? (
        <Checkbox id={id} checked={enabled} aria-disabled aria-describedby={`${id}-locked ${id}-source`} data-locked />
      ) : (
        <Checkbox
          ref={checkbox}
          id={id}
          checked={enabled}
          aria-describedby={`${id}-source`}
          onCheckedChange={(on) => onChange({ [topic]: on }, topic)}
        />
      )}
      <div className="min-w-0 flex-1 basis-40">
        <label htmlFor={id} className={cn("block py-1", !locked && "cursor-pointer")}>
          <Marked text={name} words={words} />
        </label>
        {locked ? (
          <p id={`${id}-locked`} className="-mt-0.5 pb-1 text-muted-foreground text-sm">
            {locked}
          </p>
        ) : null}
      </div>
      {props.fallback && props.onSound ? (
        <RowSound {...props} fallback={props.fallback} onSound={props.onSound} />
      ) : null}
      <p className="flex items-center gap-1.5 text-muted-foreground text-sm max-sm:basis-full max-sm:pl-7.5 sm:ml-auto sm:w-48 sm:justify-end">
        <Saved note={note} />
        {locked ? <LockKeyhole aria-hidden className="size-3.5 shrink-0" /> : null}
        <span id={`${id}-source`} className="sm:text-right">
          {source}
        </span>
        {resettable ? <ResetButton name={name} onReset={reset} /> : null}
      </p>
      <Refused note={note} className="basis-full pb-1 pl-7.5 text-destructive text-sm" />
    </li>
  );
});

/** Of the checkbox of a topic. */
export function topicId(topic: string): string {
  return `topic-${topic}`;
}

function RowSound({
  topic,
  name,
  sound = null,
  fallback,
  onSound,
}: TopicRowProps & { fallback: Sound; onSound(topic: string, sound: Sound | null): void }) {
  return (
    <div className="max-sm:basis-full max-sm:pl-5.5">
      <SoundChoice
        value={sound}
        fallback={fallback}
        label={`Sound for ${name}`}
        playLabel={`Play the sound of ${name}`}
        className="w-36 [&>select]:h-8 [&>select]:border-transparent [&>select]:bg-transparent [&>select]:pl-2 [&>select]:text-muted-foreground [&>select]:text-sm pointer-coarse:[&>select]:h-11"
        onChange={(chosen) => onSound(topic, chosen)}
      />
    </div>
  );
}
