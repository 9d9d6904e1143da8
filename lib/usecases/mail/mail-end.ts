import { z } from "zod";
import type { Tx } from "@/db/database";
import { findUser, lockUser, type UserRow } from "@/db/queries/users";
import { findWorkspace } from "@/db/queries/workspaces";
import { AppError } from "@/lib/app-error";
import type { MailEnd } from "@/lib/core/mail";
import { resolveChannel, resolveTopic } from "@/lib/core/preference";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { Topic } from "@/lib/core/topic";
import { knownTopics } from "../catalogue/known-topics";
import type { Context } from "../context";
import { type LoadedState, loadState } from "../preferences/load-state";
import { makeChange } from "../preferences/make-change";
import { found, verb } from "../use-case";

const Link = z.strictObject({
  userId: z.string(),
  end: z.custom<MailEnd>((value) => typeof value === "object" && value !== null),
});

/** How that email stands. `gone`: its topic, or its person, is no more. */
export interface MailState {
  workspace: string;
  /** The topic's name; null where it is about more than one topic. */
  topic: { key: string; name: string } | null;
  state: "on" | "off" | "required" | "gone";
}

/** What a one-click link would end, and whether that has ended. Tells nothing of the person: links are passed on. */
export const readMailEnd = verb({
  input: Link,
  may: needLink,
  async run(ctx, { userId, end }): Promise<MailState> {
    const { db, workspaceId } = ctx;
    const told = await loadTold(ctx, end);
    const person = await findUser(db.read, workspaceId, userId);
    return { ...told, state: stateOf(end, await load(db.read, ctx, person, told)) };
  },
});

/**
 * Ends that email as the person's own choice (S25): a topic's on its email tab, a digest's by the switch of email, or
 * its mails would come one by one instead. Ending what has ended changes nothing.
 */
export const endMail = verb({
  input: Link,
  may: needLink,
  async run(ctx, { userId, end }): Promise<MailState> {
    const told = await loadTold(ctx, end);
    return ctx.db.transact(async (tx) => {
      const before = await load(tx, ctx, await lockUser(tx, ctx.workspaceId, userId), told);
      if (!before || stateOf(end, before) !== "on") return { ...told, state: stateOf(end, before) };
      const { state } = await makeChange(tx, ctx, { userId, state: before }, changeOf(end));
      return { ...told, state: stateOf(end, state) };
    });
  },
});

/** The link itself is who may: `lib/auth` has opened it, and acts for Belfry. */
function needLink({ actor }: Context): void {
  if (actor.kind !== "system") throw new AppError("not_found", "There is nothing here.");
}

type Told = Omit<MailState, "state"> & { topic: Topic | null };

async function loadTold({ db, workspaceId }: Context, end: MailEnd): Promise<Told> {
  const { name } = found(await findWorkspace(db.read, workspaceId), "workspace");
  const topic = "topic" in end ? (await knownTopics(db, workspaceId)).get(end.topic) : null;
  return { workspace: name, topic: topic ?? null };
}

/** What a lost role hides for now may come back, and must then be off: whoever got the mail may end it. */
async function load(tx: Tx, { workspaceId }: Context, person: Person | undefined, { topic }: Told) {
  const permissions = topic?.permission ? [topic.permission] : [];
  const seeing = person && { id: person.id, role: "super_admin" as const, permissions };
  return seeing ? loadState(tx, workspaceId, seeing, topic ? [topic] : []) : null;
}

type Person = Pick<UserRow, "id">;

function stateOf(end: MailEnd, state: LoadedState | null): MailState["state"] {
  if (!state) return "gone";
  if (!("topic" in end)) return resolveChannel("email", state.layers).enabled ? "on" : "off";
  const topic = state.topics.get(end.topic);
  if (!topic) return "gone";
  const { enabled, required } = resolveTopic(topic, "email", state.layers);
  return required ? "required" : enabled ? "on" : "off";
}

function changeOf(end: MailEnd): PreferenceChange {
  const off = { enabled: false };
  return "topic" in end ? { topics: { [end.topic]: { email: off } } } : { channels: { email: off } };
}
