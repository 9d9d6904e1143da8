"use client";

import { type ReactNode, useId, useState } from "react";
import { Choice } from "@/components/broadcasts/choice";
import type { Draft } from "@/components/broadcasts/draft";
import { Formatted } from "@/components/broadcasts/formatted";
import { cn } from "@/components/ui/cn";
import { Person } from "@/components/ui/person";
import type { BroadcastPreview } from "@/lib/core/broadcast-preview";

interface PreviewProps {
  draft: Pick<Draft, "title" | "email" | "urgency" | "acknowledge">;
  sender: string;
  words: Pick<BroadcastPreview, "html" | "text"> | null;
}

/** How it will look on each channel, in the theme of whoever reads it. */
export function Preview({ draft, sender, words }: PreviewProps) {
  const name = useId();
  const [theme, setTheme] = useState<"light" | "dark">("light");
  const title = draft.title.trim() || "Title";
  const text = words?.text ?? "";
  const byEmail = draft.email || draft.urgency === "critical";
  const brief = <Brief {...{ title, text, sender }} acknowledge={draft.acknowledge} />;
  return (
    <section aria-label="Preview">
      <div className="flex flex-wrap items-center gap-x-4">
        <h2 className="mr-auto font-medium">Preview</h2>
        <div role="radiogroup" aria-label="Theme of the preview" className="flex gap-x-4">
          <Choice name={name} label="Light" checked={theme === "light"} onChoose={() => setTheme("light")} />
          <Choice name={name} label="Dark" checked={theme === "dark"} onChoose={() => setTheme("dark")} />
        </div>
      </div>
      <div className={cn("grid grid-cols-1 gap-3 rounded-xl border bg-background p-3 text-foreground", theme)}>
        <Frame name="Bell">
          <div className="bg-unread px-4 py-3">{brief}</div>
        </Frame>
        <Frame name="Pop-up" className="bg-popover shadow-float">
          <div className="p-3">{brief}</div>
        </Frame>
        <Frame name="Browser and phone">
          <div className="p-3">
            <p className="truncate font-medium">
              <bdi>{title}</bdi>
            </p>
            <p className="line-clamp-2 wrap-anywhere text-muted-foreground text-sm">
              <bdi>{text}</bdi>
            </p>
          </div>
        </Frame>
        {byEmail ? (
          <Frame name="Email">
            <div className="space-y-2 p-4">
              <p className="wrap-anywhere font-semibold text-lg">
                <bdi>{title}</bdi>
              </p>
              <p className="text-muted-foreground text-sm">
                From <bdi>{sender}</bdi>
              </p>
              <Formatted html={words?.html ?? ""} />
            </div>
          </Frame>
        ) : null}
      </div>
    </section>
  );
}

interface BriefProps {
  title: string;
  text: string;
  sender: string;
  acknowledge: boolean;
}

/** What the bell and a pop-up show of it. */
function Brief({ title, text, sender, acknowledge }: BriefProps) {
  return (
    <div className="flex gap-3">
      <Person name={sender} />
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">
          <bdi>{title}</bdi>
        </p>
        {text ? (
          <p className="wrap-anywhere line-clamp-2 text-muted-foreground text-sm">
            <bdi>{text}</bdi>
          </p>
        ) : null}
        <p className="text-muted-foreground text-xs">now · Announcements</p>
        {acknowledge ? (
          <p className="mt-1.5 inline-block rounded-md border border-input px-3 py-1 text-sm">Acknowledge</p>
        ) : null}
      </div>
    </div>
  );
}

function Frame({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption className="mb-1 text-muted-foreground text-sm">{name}</figcaption>
      <div className={cn("overflow-hidden rounded-xl border bg-card", className)}>{children}</div>
    </figure>
  );
}
