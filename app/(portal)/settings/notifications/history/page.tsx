import type { Metadata } from "next";
import { History } from "@/components/history/history";
import { historyQuery } from "@/components/history/history-query";
import { requireUser } from "@/lib/auth/context";
import { perform } from "@/lib/http/perform";
import { listHistory } from "@/lib/usecases/preferences/list-history";
import { readMyPreferences } from "@/lib/usecases/preferences/read-my-preferences";
import { loadMoreHistory } from "./actions";

export const metadata: Metadata = { title: "History" };

/** What reached me and what did not, with the reason (R93). */
export default async function HistoryPage({ searchParams }: PageProps<"/settings/notifications/history">) {
  const ctx = await requireUser();
  const query = historyQuery(await searchParams);
  const [first, { sections }] = await Promise.all([
    perform(listHistory, ctx, query),
    perform(readMyPreferences, ctx, {}),
  ]);
  return (
    <History
      first={first}
      query={query}
      // By name alone: what is chosen of each topic is no part of this page.
      about={sections.map(({ key, name, topics }) => ({
        key,
        name,
        topics: topics.map((topic) => ({ key: topic.key, name: topic.name })),
      }))}
      zone={ctx.actor.timeZone}
      now={ctx.now.toISOString()}
      loadMore={loadMoreHistory.bind(null, query)}
    />
  );
}
