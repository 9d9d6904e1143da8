"use client";

import { useMemo } from "react";
import { type Draft, listedDefaults } from "@/components/defaults/draft";
import type { TopicChange } from "@/components/preferences/listed";
import { TopicList } from "@/components/preferences/topic-list";
import { Button } from "@/components/ui/button";
import type { Medium } from "@/lib/core/channel";
import type { CellChange } from "@/lib/core/defaults";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { ACCOUNT } from "@/lib/core/layers";

interface TopicDefaultsProps {
  view: DefaultsView;
  draft: Draft;
  medium: Medium;
  onChange(changes: CellChange[]): void;
}

/** What the chosen profile says of the topics on one tab, one by one or all together. */
export function TopicDefaults({ view, draft, medium, onChange }: TopicDefaultsProps) {
  const sections = useMemo(() => listedDefaults(view, draft, medium), [view, draft, medium]);

  function changeTopics(wish: TopicChange) {
    onChange(Object.entries(wish).map(([topic, enabled]) => ({ topic, target: medium, enabled })));
  }

  function setAll(enabled: false | null) {
    const open = sections.flatMap(({ topics }) => topics).filter(({ locked }) => !locked);
    onChange(open.map(({ key }) => ({ topic: key, target: medium, enabled })));
  }

  return (
    <TopicList title="What people get notified about" sections={sections} onChange={changeTopics}>
      <Button variant="ghost" size="sm" onClick={() => setAll(false)}>
        Switch all off
      </Button>
      <Button variant="ghost" size="sm" className="text-muted-foreground" onClick={() => setAll(null)}>
        {view.chosen.id === ACCOUNT ? "Reset all to Belfry's" : "Let all follow the account"}
      </Button>
    </TopicList>
  );
}
