import { insertApp } from "@/db/queries/access";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/accounts";
import { APPS, type AppWord } from "@/db/seed/apps";
import { GROUPS } from "@/db/seed/groups";
import { emailOf, PEOPLE } from "@/db/seed/people";
import { HISTORY_DAYS } from "@/db/seed/work-time";
import { setPassword } from "@/lib/usecases/access/set-password";
import type { Context } from "@/lib/usecases/context";
import { putGroup, putMembers } from "@/lib/usecases/directory/put-group";
import { putUser } from "@/lib/usecases/directory/put-user";

export type AppIds = Readonly<Record<AppWord, string>>;

/** Stores people, groups, passwords and apps as they were when the history begins. Answers the ids of the apps. */
export async function storeCompany(today: Context): Promise<AppIds> {
  const now = new Date(today.now.getTime() - (HISTORY_DAYS + 1) * 86_400_000);
  const ctx = { ...today, now };
  for (const person of PEOPLE) await putUser.run(ctx, { ...person, email: emailOf(person.id) });
  for (const { id } of DEMO_ACCOUNTS) await setPassword.run(ctx, { id, password: DEMO_PASSWORD });
  for (const { id, name, manager, main, alsoIn } of GROUPS) {
    await putGroup.run(ctx, { id, name });
    const members = [
      ...main.map((user) => ({ user, main: true, manager: user === manager })),
      ...alsoIn.map((user) => ({ user, main: false, manager: false })),
    ];
    await putMembers.run(ctx, { id, members });
  }
  return storeApps(ctx);
}

async function storeApps({ db, workspaceId, newId, now }: Context): Promise<AppIds> {
  const ids: Partial<Record<AppWord, string>> = {};
  await db.transact(async (tx) => {
    for (const [word, { name, icon }] of Object.entries(APPS)) {
      const id = newId("app");
      await insertApp(tx, { id, workspaceId, name, icon, createdAt: now });
      ids[word as AppWord] = id;
    }
  });
  return ids as AppIds;
}
