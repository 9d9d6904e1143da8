import path from "node:path";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { groupMembers, groups, users } from "@/db/schema/directory";
import { userTopicPreferences } from "@/db/schema/preferences";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { CellChange } from "@/lib/core/defaults";
import type { Context } from "@/lib/usecases/context";
import { createProfile, setProfileGroups } from "@/lib/usecases/defaults/change-profiles";
import { previewDefaults } from "@/lib/usecases/defaults/preview-defaults";
import { saveDefaults } from "@/lib/usecases/defaults/save-defaults";
import { openRaw } from "./floors/raw-rows";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { timed } from "./measure/timed";
import { contextIn } from "./server/context";
import { makeWorkspace } from "./server/workspace";
import { inTempFolder } from "./temp-folder";

const PEOPLE = 10_000;
/** Topics that each person chose about themselves. */
const CHOICES = 12;
const PROFILES = 5;
const ROUNDS = 11;

const TOPICS = CATALOGUE.flatMap((section) => section.topics);

/** A change of the account's defaults for 10,000 people: whom it concerns, and saving it (U25). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const file = path.join(folder, "defaults.db");
    const db = await openDatabase(`file:${file}`);
    await db.migrate();
    const ctx = await makePeople(db);
    const raw = openRaw(file);
    const all = TOPICS.filter(({ media, required }) => media.includes("email") && !required.includes("email"));
    let saved = 0;
    // The other way round after each saving, so that every preview has something to count.
    const turned = (topics: typeof all): CellChange[] =>
      topics.map(({ key: topic }, n) => ({ topic, target: "email", enabled: (n + saved) % 2 === 0 }));
    const preview = (topics: typeof all, everyone: boolean) =>
      previewDefaults.run(ctx, { profile: "account", changes: turned(topics), everyone });
    const save = async () => {
      await saveDefaults.run(later(ctx), { profile: "account", changes: turned(all), everyone: false });
      saved++;
    };
    try {
      const times = await inRounds(ROUNDS, {
        floor: () => timed(async () => readPeople(raw, ctx.workspaceId)),
        one: () => timed(() => preview(all.slice(0, 1), false)),
        all: () => timed(() => preview(all, false)),
        everyone: () => timed(() => preview(all, true)),
        save: () => timed(save),
      });
      const floor = median(times.floor);
      const { changed, keeping } = await preview(all, false);
      return {
        title: `A change of the account's defaults for ${PEOPLE} people`,
        method: `In this process, on SQLite: ${PROFILES} profiles for groups, ${PEOPLE * CHOICES} choices of people's own; ${ROUNDS} rounds in turn, medians. The floor reads the same people, memberships and choices by raw better-sqlite3, and counts nothing.`,
        lines: [
          { what: "preview of one topic", figure: median(times.one), floor, unit: "ms", target: { most: 500 } },
          {
            what: `preview of ${all.length} topics`,
            figure: median(times.all),
            floor,
            unit: "ms",
            target: { most: 500 },
          },
          { what: "the same, for everyone", figure: median(times.everyone), floor, unit: "ms", target: { most: 500 } },
          {
            what: `saving ${all.length} topics`,
            figure: median(times.save),
            floor,
            unit: "ms",
            target: { most: 1000 },
          },
        ],
        notes: [`The last preview: changes what ${changed} people get, ${keeping} keep a choice of their own.`],
        memory: { "this process": peakMemory(process.pid) },
      };
    } finally {
      raw.close();
      await db.close();
    }
  });
}

function later(ctx: Context): Context {
  return { ...ctx, now: new Date() };
}

function readPeople(raw: ReturnType<typeof openRaw>, workspaceId: string): void {
  for (const table of ["users", "group_members", "user_topic_preferences"]) {
    raw.prepare(`select * from "${table}" where workspace_id = ?`).all(workspaceId);
  }
}

/** People in one of ten groups each, half of which have a profile, with choices of their own spread over all topics. */
async function makePeople(db: Database): Promise<Context> {
  const now = new Date();
  const ids = Array.from({ length: PEOPLE }, (_, n) => `person-${n}`);
  const teams = Array.from({ length: PROFILES * 2 }, (_, n) => `team-${n}`);
  const workspaceId = await db.transact(async (tx) => {
    const workspaceId = await makeWorkspace(tx, now);
    const common = { workspaceId, createdAt: now, updatedAt: now };
    await tx.insertMany(
      users,
      ids.map((id) => ({ ...common, id, name: id, email: `${id}@example.com`, permissions: [] })),
    );
    await tx.insertMany(
      groups,
      teams.map((id) => ({ ...common, id, name: id })),
    );
    await tx.insertMany(
      groupMembers,
      ids.map((userId, n) => ({ workspaceId, groupId: teams[n % teams.length]!, userId, main: true, manager: false })),
    );
    await tx.insertMany(
      userTopicPreferences,
      ids.flatMap((userId, n) =>
        Array.from({ length: CHOICES }, (_, k) => ({
          workspaceId,
          userId,
          topic: TOPICS[(n + k * 7) % TOPICS.length]!.key,
          medium: "email" as const,
          enabled: (n + k) % 2 === 0,
          updatedAt: now,
        })),
      ),
    );
    return workspaceId;
  });
  const ctx: Context = { ...contextIn(db, workspaceId, now), actor: { kind: "system" } };
  for (const group of teams.slice(0, PROFILES)) {
    const { id } = await createProfile.run(ctx, { name: group });
    await setProfileGroups.run(ctx, { id, groups: [group] });
    const changes = TOPICS.slice(0, 20).filter(
      ({ media, required }) => media.includes("email") && !required.includes("email"),
    );
    await saveDefaults.run(ctx, {
      profile: id,
      everyone: false,
      changes: changes.map(({ key: topic }, n) => ({ topic, target: "email" as const, enabled: n % 3 === 0 })),
    });
  }
  return ctx;
}
