import { TabsList, TabsTrigger } from "@/components/ui/tabs";
import { BELL_TABS, type BellFeed, type BellTab } from "@/lib/core/feed-item";

const NAMES: Record<BellTab, string> = { all: "All", downloads: "Downloads", apps: "Apps" };

/** All, Downloads, Apps (R6) with their unread counts, which stay outside the accessible names (api.md, section 4). */
export function BellTabList({ counts }: { counts: BellFeed["tabs"] }) {
  return (
    <TabsList aria-label="Notifications by kind" className="shrink-0 px-4">
      {BELL_TABS.map((tab) => (
        <TabsTrigger key={tab} value={tab}>
          {NAMES[tab]}
          <Count of={counts?.[tab] ?? 0} />
        </TabsTrigger>
      ))}
    </TabsList>
  );
}

function Count({ of }: { of: number }) {
  if (of === 0) return null;
  return (
    <span aria-hidden className="figures rounded-full bg-muted px-1.5 text-muted-foreground text-xs">
      {of > 999 ? "999+" : of}
    </span>
  );
}
