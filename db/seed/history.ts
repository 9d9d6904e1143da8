import { calls } from "./stories/calls";
import { conversations } from "./stories/conversations";
import { deals } from "./stories/deals";
import { files } from "./stories/files";
import { house } from "./stories/house";
import { machines } from "./stories/machines";
import { campaigns, leads, visitors } from "./stories/marketing";
import { approvals, invoices, payments } from "./stories/money";
import { customers, orders } from "./stories/orders";
import { tickets } from "./stories/tickets";
import { today } from "./stories/today";
import { projects, tasks, workflows } from "./stories/work";
import { hear, type Story, type Told } from "./teller";
import { HISTORY_DAYS } from "./work-time";

/** By name: what chance a story has hangs on it. */
const STORIES: Readonly<Record<string, Story>> = {
  deals,
  tickets,
  conversations,
  calls,
  orders,
  customers,
  payments,
  approvals,
  invoices,
  files,
  visitors,
  campaigns,
  leads,
  tasks,
  projects,
  workflows,
  machines,
  house,
  today,
};

/** Everything that happened at the sample company in the weeks before `start`, oldest first. The same for the same start. */
export function historyBefore(start: Date): Told[] {
  const earliest = new Date(start.getTime() - HISTORY_DAYS * 86_400_000);
  return Object.entries(STORIES)
    .flatMap(([name, story]) => hear(name, story, start))
    .filter(({ at }) => at >= earliest && at < start)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
