import type { UserRow } from "@/db/queries/users";

/** A person on the wire (api.md, section 2). */
export function userView(row: UserRow) {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    time_zone: row.timeZone,
    locale: row.locale,
    permissions: row.permissions,
    active: row.deactivatedAt === null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
export type UserView = ReturnType<typeof userView>;
