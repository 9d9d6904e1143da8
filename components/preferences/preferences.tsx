"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import type { PreferencesActions } from "@/components/preferences/actions";
import { Channels } from "@/components/preferences/channels";
import type { TopicChange } from "@/components/preferences/listed";
import { listedSections } from "@/components/preferences/listed-sections";
import { Refused } from "@/components/preferences/note";
import { PANEL, TabBar, tabId } from "@/components/preferences/tab-bar";
import { hasOwn } from "@/components/preferences/tab-change";
import { TopicList } from "@/components/preferences/topic-list";
import { useArrival } from "@/components/preferences/use-arrival";
import { usePreferences, WHOLE } from "@/components/preferences/use-preferences";
import { Button } from "@/components/ui/button";
import { type Channel, MEDIA, type Medium } from "@/lib/core/channel";
import { TAB_OF } from "@/lib/core/preferences-address";
import type { PreferencesView } from "@/lib/core/preferences-view";

export interface PreferencesProps {
  initial: PreferencesView;
  /** Where the person's Email goes. */
  address: string;
  /** What else belongs to a channel, such as its connection. */
  own?: Partial<Record<Channel, ReactNode>>;
  actions: PreferencesActions;
}

/** One person's preferences: four tabs over one state; which one is in the address (R46, R47). */
export function Preferences({ initial, address, own, actions }: PreferencesProps) {
  const { view, notes, spoken, change, clear, reset } = usePreferences(initial, actions);
  const medium = mediumOf(usePathname());
  const wanted = useSearchParams();
  const sections = useMemo(() => listedSections(view, medium), [view, medium]);
  const channel = wanted.get("channel");
  useArrival(channel ? `channel-${channel}` : null);

  function changeTopics(wish: TopicChange, at: string) {
    const topics = Object.entries(wish).map(([key, on]) => [key, { [medium]: on === null ? null : { enabled: on } }]);
    // Many choices went at once: one press brings them back.
    const offer = topics.length > 1 ? `${topics.length} topics changed` : undefined;
    change({ topics: Object.fromEntries(topics) }, at, offer);
  }

  return (
    <div>
      <h1 className="mb-3 font-semibold text-xl">Notifications</h1>
      <TabBar medium={medium} />
      <div id={PANEL} role="tabpanel" aria-labelledby={tabId(medium)} className="grid grid-cols-1 gap-8 pt-6">
        <Channels medium={medium} view={view} address={address} own={own} notes={notes} onChange={change} />
        <TopicList
          title="What you get notified about"
          sections={sections}
          notes={notes}
          arrive={wanted.get("topic")}
          sounds={
            medium === "desktop"
              ? { fallback: view.sound, onChange: (key, sound) => change({ topics: { [key]: { sound } } }, key) }
              : undefined
          }
          onChange={changeTopics}
        >
          <Button variant="outline" size="sm" onClick={() => clear(medium)}>
            Clear all preferences
          </Button>
          {hasOwn(view, medium) ? (
            <Button variant="ghost" size="sm" className="text-muted-foreground" onClick={() => reset(medium)}>
              Reset to defaults
            </Button>
          ) : null}
          <Refused note={notes[WHOLE]} className="basis-full text-destructive text-sm" />
        </TopicList>
      </div>
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </div>
  );
}

function mediumOf(path: string): Medium {
  return MEDIA.find((medium) => path.endsWith(`/${TAB_OF[medium]}`)) ?? "email";
}
