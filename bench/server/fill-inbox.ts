import { watchBacklog } from "./backlog";
import { makeKey } from "./make-key";
import type { Belfry } from "./start-belfry";
import { tell } from "./tell";

/** So many notifications for one person, at most 100, each about another record; decided when it answers. */
export async function fillInbox(belfry: Belfry, user: string, notifications: number): Promise<void> {
  const key = await makeKey(belfry, "events:write");
  const backlog = watchBacklog(belfry.file);
  const all = Array.from({ length: notifications }, () => [{ user, as: "owner" }]);
  await tell(belfry, key, all);
  await backlog.drained();
  backlog.close();
}
