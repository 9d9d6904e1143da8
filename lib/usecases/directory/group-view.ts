import type { GroupRow } from "@/db/queries/groups";

/** A group on the wire. */
export function groupView({ id, name, createdAt, updatedAt }: GroupRow) {
  return { id, name, created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() };
}
export type GroupView = ReturnType<typeof groupView>;
