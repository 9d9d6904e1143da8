import type { ReactNode } from "react";
import { ActivityFilters, type ActivityFiltersProps } from "@/components/activity/activity-filters";
import { ActivityHead, type ActivityTab } from "@/components/activity/activity-head";
import { activityAddress } from "@/components/activity/activity-query";
import { PersonChip } from "@/components/activity/person-chip";
import { PagesFoot } from "@/components/ui/pages-foot";

interface ActivityFrameProps extends ActivityFiltersProps {
  current: ActivityTab;
  canPost: boolean;
  /** Where this page and the next begin. */
  cursor: string | undefined;
  nextCursor: string | null;
  children: ReactNode;
}

/** What stands around a list of the activity: its tabs, search and filters, and the way through its pages. */
export function ActivityFrame({ current, canPost, cursor, nextCursor, children, ...filters }: ActivityFrameProps) {
  const { path, query } = filters;
  return (
    <div className="space-y-4">
      <ActivityHead current={current} canPost={canPost} />
      <ActivityFilters {...filters} />
      <PersonChip path={path} query={query} />
      {children}
      <PagesFoot
        start={cursor ? activityAddress(path, query) : null}
        next={nextCursor && activityAddress(path, query, nextCursor)}
      />
    </div>
  );
}
