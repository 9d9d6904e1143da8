"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { type Fault, PostOutcome, type Shown } from "@/components/activity/post-outcome";
import { type SampleOf, sampleOf } from "@/components/activity/sample-event";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import type { EventPreview } from "@/lib/core/activity-view";

export interface PostEventProps {
  topics: readonly SampleOf[];
  /** The reader, to whom the sample goes. */
  me: string;
  zone: string;
  preview(event: unknown): Promise<Answer<EventPreview>>;
  post(event: unknown): Promise<Answer<{ id: string }>>;
}

/** An event written by hand: what it would do, and then it is posted. */
export function PostEvent({ topics, me, zone, preview, post }: PostEventProps) {
  const [text, setText] = useState(() => sampleOf(topics[0], me));
  const [shown, setShown] = useState<Shown>(null);
  const [busy, start] = useTransition();
  const field = useRef<HTMLTextAreaElement>(null);
  const isRefused = shown !== null && "fault" in shown;

  function refuse(fault: Fault) {
    setShown({ fault });
    field.current?.focus();
  }
  function ask<T>(send: (event: unknown) => Promise<Answer<T>>, show: (value: T) => Shown) {
    const event = parsed(text);
    if ("fault" in event) return refuse(event.fault);
    start(async () => {
      const answer = await send(event.value).catch(noAnswer);
      if (answer.ok) setShown(show(answer.value));
      else refuse(answer);
    });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    ask(post, ({ id }) => ({ posted: id }));
  }
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <form onSubmit={submit} className="space-y-3" aria-busy={busy}>
        <div className="space-y-1.5">
          <Label htmlFor="topic">Topic</Label>
          <NativeSelect
            id="topic"
            className="w-full"
            onChange={({ target }) => {
              setText(sampleOf(topics[target.selectedIndex], me));
              setShown(null);
            }}
          >
            {topics.map(({ key, name }) => (
              <option key={key}>{name}</option>
            ))}
          </NativeSelect>
        </div>
        <div className="space-y-1.5">
          <Label htmlFor="event">Event</Label>
          <textarea
            ref={field}
            id="event"
            value={text}
            rows={18}
            spellCheck={false}
            aria-invalid={isRefused || undefined}
            aria-describedby={isRefused ? "event-hint event-fault" : "event-hint"}
            onChange={({ target }) => setText(target.value)}
            className="wrap-anywhere block w-full rounded-md border border-input bg-card p-3 font-mono text-sm aria-invalid:border-destructive"
          />
          <p id="event-hint" className="text-muted-foreground text-xs">
            JSON, as <code>POST /api/v1/events</code> takes it.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            type="button"
            variant="outline"
            aria-disabled={busy}
            onClick={() => ask(preview, (found) => ({ preview: found }))}
          >
            Dry run
          </Button>
          <Button type="submit" aria-disabled={busy}>
            Post
          </Button>
        </div>
      </form>
      <section aria-label="What it does" aria-live="polite" aria-busy={busy} className="min-w-0">
        <PostOutcome shown={shown} zone={zone} />
      </section>
    </div>
  );
}

function parsed(text: string): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: { detail: `This is not JSON: ${error instanceof Error ? error.message : "check its commas."}` } };
  }
}
