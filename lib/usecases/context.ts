import type { Database } from "@/db/database";
import { AppError } from "@/lib/app-error";
import type { Channels } from "@/lib/channels/registry";
import type { Rate } from "@/lib/core/rate";
import { hasRole, type Role } from "@/lib/core/role";
import type { Scope } from "@/lib/core/scope";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { IdPrefix } from "@/lib/ids";

/** Who acts: a person signed in, an app by its key, or Belfry itself. */
type Actor =
  | { kind: "user"; id: string; name: string; role: Role; timeZone: string; sessionId: string }
  | { kind: "key"; id: string; appId: string; scopes: readonly Scope[] }
  | { kind: "system" };

/** What every use case is given, beside its input. */
export interface Context {
  workspaceId: WorkspaceId;
  actor: Actor;
  db: Database;
  now: Date;
  newId(prefix: IdPrefix): string;
  /** Of the caller, for the audit. */
  address: string;
  wake(): void;
  /** The ways out of the building, to try one. Absent where nobody does, as on the command line. */
  channels?: Channels;
  /** After a commit: asks a person's open tabs to look again. Absent where no browser is reached, as on the command line. */
  tell?(userId: string, notificationIds: string[]): void;
  /** After a commit that took a person's access or all their sessions: their tabs stop listening. Absent as `tell` is. */
  dismiss?(userId: string): void;
  /** Of `ACTIVE_WINDOW_SECONDS`, for who asks what would be decided now. */
  activeWindowSeconds?: number;
  /** How much of its limit an app has used; absent where it has none (C6). */
  rate?: Rate;
  /** Of this installation: what cursors are signed with. */
  secret: string;
  /** Present on a POST that carries `Idempotency-Key` (C3). */
  idempotency?: Idempotency;
  /** Present where the caller sent `If-Match`: throws unless `current` is what they know (C7). */
  precondition?(current: unknown): void;
}

export interface Idempotency {
  route: string;
  key: string;
  /** Of the body: the same key with another body is refused. */
  fingerprint: string;
}

/** Fields of an input as they came: nobody has looked yet whether they are right. */
export type Given = Readonly<Record<string, unknown>>;

export type UserContext = Context & { actor: Extract<Actor, { kind: "user" }> };

/** For an app: the key must carry the scope. People do not get here. */
export function needScope(scope: Scope) {
  return ({ actor }: Context): void => {
    if (actor.kind === "system") return;
    if (actor.kind !== "key") throw new AppError("not_found", "There is nothing here.");
    if (!actor.scopes.includes(scope)) throw new AppError("forbidden", `This key lacks the scope ${scope}.`);
  };
}

/** For a person: without the role the thing does not exist, so that nothing is told (api.md, section 3). */
export function needRole(role: Role) {
  return ({ actor }: Context): void => {
    if (actor.kind === "system") return;
    if (actor.kind !== "user" || !hasRole(actor.role, role)) throw new AppError("not_found", "There is nothing here.");
  };
}

/** For what an app may by its key and a person by their role. */
export function needScopeOrRole(scope: Scope, role: Role) {
  const [asApp, asPerson] = [needScope(scope), needRole(role)];
  return (ctx: Context): void => (ctx.actor.kind === "user" ? asPerson(ctx) : asApp(ctx));
}

export function needUser(ctx: Context): asserts ctx is UserContext {
  if (ctx.actor.kind !== "user") throw new AppError("unauthorized", "Sign in first.");
}

/** For one person's own things, whose id is the field `user`: they themselves, or an app with the scope. */
export function needSelfOr(scope: Scope) {
  const asApp = needScope(scope);
  return (ctx: Context, { user }: Given): void => {
    if (ctx.actor.kind !== "user") asApp(ctx);
    else if (ctx.actor.id !== user) throw new AppError("not_found", "There is nothing here.");
  };
}
