import { and, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOfNamed, listOf, prepared } from "../dialects/prepared";
import { userSchedules } from "../schema/schedules";

export type ScheduleRow = typeof userSchedules.$inferSelect;
export type ScheduleChange = Partial<Pick<ScheduleRow, "email" | "quietHours" | "pausedUntil" | "whileActive">>;

const scheduleOfOne = prepared<{ workspaceId: string; userId: string }>()((tx, value) =>
  tx
    .select()
    .from(userSchedules)
    .where(and(eq(userSchedules.workspaceId, value("workspaceId")), eq(userSchedules.userId, value("userId")))),
);

/** Undefined for who never set one. */
export async function findSchedule(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<ScheduleRow | undefined> {
  const [row] = await scheduleOfOne(tx, { workspaceId, userId });
  return row;
}

/** The schedules of those among `userIds` who made one, by person. */
export async function findSchedules(
  tx: Tx,
  workspaceId: WorkspaceId,
  userIds: readonly string[],
): Promise<Map<string, ScheduleRow>> {
  const rows = await schedulesOf(tx, { workspaceId, userIds: listOf(userIds) });
  return new Map(rows.map((row) => [row.userId, row]));
}

const schedulesOf = prepared<{ workspaceId: WorkspaceId; userIds: unknown }>()((tx, value) =>
  tx
    .select()
    .from(userSchedules)
    .where(
      and(eq(userSchedules.workspaceId, value("workspaceId")), isOneOfNamed(userSchedules.userId, value("userIds"))),
    ),
);

/** Makes the schedule, or changes of it what is given. */
export async function saveSchedule(
  tx: Tx,
  { workspaceId, userId, updatedAt }: Pick<ScheduleRow, "workspaceId" | "userId" | "updatedAt">,
  change: ScheduleChange,
): Promise<void> {
  await tx
    .insert(userSchedules)
    .values({ workspaceId, userId, ...change, updatedAt })
    .onConflictDoUpdate({
      target: [userSchedules.workspaceId, userSchedules.userId],
      set: { ...change, updatedAt },
    });
}
