import { z } from "zod";
import { findGroupsOf } from "@/db/queries/people";
import { findActiveAt } from "@/db/queries/presence";
import { findUser } from "@/db/queries/users";
import type { PersonDetails } from "@/lib/core/person-view";
import { needRole } from "../context";
import { found, verb } from "../use-case";

/** One person, for who may change them. */
export const readPerson = verb({
  input: z.strictObject({ id: z.string() }),
  may: needRole("super_admin"),
  async run({ db, workspaceId }, { id }): Promise<PersonDetails> {
    const row = found(await findUser(db.read, workspaceId, id), "person");
    const [groups, activeAt] = await Promise.all([
      findGroupsOf(db.read, workspaceId, [id]),
      findActiveAt(db.read, workspaceId, id),
    ]);
    const { name, email, role, permissions, timeZone, locale, createdAt, deactivatedAt } = row;
    return {
      id,
      name,
      email,
      role,
      permissions,
      timeZone,
      locale,
      active: deactivatedAt === null,
      groups: groups.get(id) ?? [],
      createdAt: createdAt.toISOString(),
      activeAt: activeAt?.toISOString() ?? null,
    };
  },
});
