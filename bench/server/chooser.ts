import type { Database } from "@/db/database";
import { groupMembers, groups, users } from "@/db/schema/directory";
import { profileDefaults, profileGroups, profiles, userTopicPreferences } from "@/db/schema/preferences";
import { startSession } from "@/lib/auth/session";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { UserContext } from "@/lib/usecases/context";
import { changeMyPreferences } from "@/lib/usecases/preferences/change-my-preferences";
import { contextIn } from "./context";
import { cookieOf } from "./cookie-of";
import { workspaceOf } from "./workspace";

/** What the benchmark toggles; by email. */
export const TOPIC = "deals.stage_changed";

export const CHOOSER = "chooser";

const PROFILES = 5;
const KEYS = CATALOGUE.flatMap(({ topics }) => topics.filter(({ role, permission }) => !role && !permission))
  .map(({ key }) => key)
  .filter((key) => key !== TOPIC);

/**
 * Somebody signed in, who chose about every topic but one, in a group with five profiles that say something about all of
 * them. `change` is the use case as the page's action runs it, without the web around it.
 */
export async function makeChooser(db: Database) {
  const workspaceId = await workspaceOf(db);
  const now = new Date();
  const who = { workspaceId, id: CHOOSER };
  const [times, of] = [
    { createdAt: now, updatedAt: now },
    { workspaceId, userId: who.id },
  ];
  const sid = await db.transact(async (tx) => {
    const person = { ...who, ...times, name: "Chooser", email: "chooser@example.com", permissions: [] };
    await tx.insertMany(users, [person]);
    await tx.insertMany(groups, [{ workspaceId, id: "all", name: "All", ...times }]);
    await tx.insertMany(groupMembers, [{ ...of, groupId: "all", main: true, manager: false }]);
    await tx.insertMany(
      userTopicPreferences,
      KEYS.map((topic) => ({ ...of, topic, medium: "email" as const, enabled: true, updatedAt: now })),
    );
    for (let position = 0; position < PROFILES; position++) {
      const profileId = `profile-${position}`;
      await tx.insertMany(profiles, [{ workspaceId, id: profileId, name: profileId, position }]);
      await tx.insertMany(profileGroups, [{ workspaceId, profileId, groupId: "all" }]);
      await tx.insertMany(
        profileDefaults,
        KEYS.map((topic) => ({
          workspaceId,
          profileId,
          topic,
          target: "email" as const,
          enabled: false,
          updatedAt: now,
        })),
      );
    }
    return startSession(tx, who, { userAgent: "Bench", address: "127.0.0.1" }, now);
  });
  return {
    cookie: await cookieOf(who.id, sid),
    change: (change: PreferenceChange) => changeMyPreferences.run({ ...contextOf(db, who), now: new Date() }, change),
  };
}

function contextOf(
  db: Database,
  { workspaceId, id }: { workspaceId: UserContext["workspaceId"]; id: string },
): UserContext {
  return {
    ...contextIn(db, workspaceId),
    actor: { kind: "user", id, name: id, role: "member", timeZone: "UTC", sessionId: "ses_bench" },
  };
}
