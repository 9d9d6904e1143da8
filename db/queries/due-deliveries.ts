import { and, asc, eq, isNull, lt, lte, not, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { RANKS, type Rank } from "@/lib/core/rank";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { skipLocked } from "../dialects/behaviour";
import { prepared, preparedByShape } from "../dialects/prepared";
import { deliveries } from "../schema/deliveries";
import { type DeliveryRow, isLeading, waitsTogether } from "./deliveries";

/** Those who take turns: what a workspace has waiting of one rank (F17). */
export interface Turn {
  rank: Rank;
  workspaceId: WorkspaceId;
}

/** What may be claimed: what leaves by itself, and what leaves with others of its person. Each has an index of its own. */
const KINDS = {
  alone: sql`${isLeading(sql`e.`)} and not ${waitsTogether(sql`e.`)}`,
  together: sql`${isLeading(sql`e.`)} and ${waitsTogether(sql`e.`)}`,
};
type Kind = keyof typeof KINDS;

/** Whose turn it is, and what of theirs is due. */
export type TurnWithWork = Turn & Record<Kind, boolean>;

/**
 * Everybody who has something due that nobody holds, the urgent first. A few look-ups in the indexes each, however much
 * waits of each.
 */
export async function turnsWithWork(tx: Tx, now: Date): Promise<TurnWithWork[]> {
  const turns = new Map<string, TurnWithWork>();
  for (const kind of ["alone", "together"] as const) {
    for (const { rank, workspaceId } of await askTurns(tx, kind, { now })) {
      const name = `${rank} ${workspaceId}`;
      const turn = turns.get(name) ?? { rank: Number(rank) as Rank, workspaceId, alone: false, together: false };
      turns.set(name, { ...turn, [kind]: true });
    }
  }
  return [...turns.values()].sort((a, b) => a.rank - b.rank || (a.workspaceId < b.workspaceId ? -1 : 1));
}

const askTurns = preparedByShape<Kind, { now: Date }>()((tx, value, kind) => {
  const next = (rank: SQL, after: SQL) =>
    sql`(select min(e.workspace_id) from deliveries e where ${KINDS[kind]} and e.rank = ${rank} and e.workspace_id > ${after})`;
  const ranks = sql.raw(
    Object.values(RANKS)
      .map((rank) => `select ${rank} as rank`)
      .join(" union all "),
  );
  return tx.select({ rank: sql<number>`rank`, workspaceId: sql<WorkspaceId>`workspace_id` }).from(sql`(
    with recursive turns(rank, workspace_id) as (
      select ranks.rank, ${next(sql`ranks.rank`, sql`''`)} from (${ranks}) as ranks
      union all
      select turns.rank, ${next(sql`turns.rank`, sql`turns.workspace_id`)} from turns where turns.workspace_id is not null
    )
    select rank, workspace_id from turns where turns.workspace_id is not null
      and exists (${lanesDue(kind, { rank: sql`turns.rank`, workspace: sql`turns.workspace_id`, after: sql`''`, now: value("now") })})
  ) as found`);
});

/** A lane in which somebody has something due, and what of theirs in it. */
export type LaneTurn = TurnWithWork & { lane: string };

/** What is looked for of one turn: what is due at `now` in one lane, so many at most. */
export type LaneLook = { lane: string; now: Date; limit: number };

/** Up to `limit` of the lanes after `after`, in their order, in which a turn has something due that nobody holds. */
export async function lanesWithWork(
  tx: Tx,
  { rank, workspaceId, ...has }: TurnWithWork,
  within: { now: Date; after: string; limit: number },
): Promise<LaneTurn[]> {
  const inLanes = async (kind: Kind) => (has[kind] ? askLanes(tx, { rank, kind }, { workspaceId, ...within }) : []);
  const alone = new Set((await inLanes("alone")).map(({ lane }) => lane));
  const together = new Set((await inLanes("together")).map(({ lane }) => lane));
  const lanes = together.size === 0 ? [...alone] : [...new Set([...alone, ...together])].sort().slice(0, within.limit);
  return lanes.map((lane) => ({ rank, workspaceId, lane, alone: alone.has(lane), together: together.has(lane) }));
}

type LanesValues = { workspaceId: WorkspaceId; now: Date; after: string; limit: number };

const askLanes = preparedByShape<{ rank: Rank; kind: Kind }, LanesValues>()((tx, value, { rank, kind }) => {
  const [workspace, after] = [sql`${value("workspaceId")}`, sql`${value("after")}`];
  const lanes = lanesDue(kind, { rank: literal(rank), workspace, after, now: value("now") });
  return tx.select({ lane: sql<string>`lane` }).from(sql`(${lanes}) as found`).limit(value("limit"));
});

/**
 * What is due of a turn in a lane by itself and never was in a killed worker's hands, oldest first; locked against other
 * claims. What leaves together is not of it: see `claimTogether`.
 */
export async function dueInLane(tx: Tx, { rank, workspaceId }: Turn, within: LaneLook): Promise<DeliveryRow[]> {
  return askDueInLane(tx, rank, { workspaceId, ...within });
}

const askDueInLane = preparedByShape<Rank, LaneValues>()((tx, value, rank) =>
  skipLocked(
    tx
      .select()
      .from(deliveries)
      .where(and(isDueOf(rank, value), not(waitsTogether()), isNull(deliveries.leaseUntil), eq(deliveries.lost, 0)))
      .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
      .limit(value("limit")),
  ),
);

/**
 * What some worker held and let go of without a word, and may go through its gates now; locked against other claims. What
 * was lost least often first, then the oldest: neither what may kill workers nor what must wait is in another's way (F15).
 */
export async function dueOrphans(tx: Tx, now: Date, limit: number): Promise<DeliveryRow[]> {
  return askDueOrphans(tx, { now, limit });
}

const askDueOrphans = prepared<{ now: Date; limit: number }>()((tx, value) => {
  const now = sql.param(value("now"), deliveries.dueAt);
  return skipLocked(
    tx
      .select()
      .from(deliveries)
      .where(
        and(
          isLeading(),
          sql`(${deliveries.leaseUntil} is not null or ${deliveries.lost} > 0)`,
          lte(deliveries.dueAt, now),
          or(isNull(deliveries.leaseUntil), lt(deliveries.leaseUntil, now)),
          sql`not exists (select 1 from gates where gates.key in (${deliveries.lane}, ${deliveries.channel}) and gates.ready_at > ${now})`,
        ),
      )
      .orderBy(asc(deliveries.lost), asc(deliveries.dueAt))
      .limit(value("limit")),
  );
});

/** What a question about one turn in one lane is asked with. */
export type LaneValues = LaneLook & { workspaceId: WorkspaceId };

/** Of a turn, in a lane, and due: in a prepared question, one a rank. */
export function isDueOf(rank: Rank, value: (name: "workspaceId" | "lane" | "now") => Placeholder): SQL | undefined {
  return and(
    sql`${deliveries.rank} = ${literal(rank)}`,
    eq(deliveries.workspaceId, value("workspaceId")),
    eq(deliveries.lane, value("lane")),
    isLeading(),
    lte(deliveries.dueAt, sql.param(value("now"), deliveries.dueAt)),
  );
}

/** The lanes after one in which something is due that nobody holds: from each lane straight to the next, by the index. */
function lanesDue(
  kind: Kind,
  { rank, workspace, after, now }: Record<"rank" | "workspace" | "after", SQL> & { now: Placeholder },
): SQL {
  const ours = sql`${KINDS[kind]} and e.rank = ${rank} and e.workspace_id = ${workspace}`;
  const next = (lane: SQL) => sql`(select min(e.lane) from deliveries e where ${ours} and e.lane > ${lane})`;
  const due = sql`select 1 from deliveries e where ${ours} and e.lane = steps.lane and e.due_at <= ${sql.param(now, deliveries.dueAt)} and e.lease_until is null and e.lost = 0`;
  return sql`with recursive steps(lane) as (
    select ${next(after)}
    union all
    select ${next(sql`steps.lane`)} from steps where steps.lane is not null
  ) select lane from steps where lane is not null and exists (${due})`;
}

// Written out, not bound: PostgreSQL would take a bound one for a text in a recursive query.
function literal(rank: Rank): SQL {
  return sql.raw(String(rank));
}
