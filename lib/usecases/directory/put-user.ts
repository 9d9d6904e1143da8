import { z } from "zod";
import type { Tx } from "@/db/database";
import { isDuplicate } from "@/db/dialects/behaviour";
import { endSessionsOf } from "@/db/queries/sessions";
import { findUser, findUserByEmail, insertUser, type UserRow, updateUser } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { ExternalId } from "@/lib/core/event";
import { ROLES } from "@/lib/core/role";
import { recordAudit } from "../audit/record";
import { type Context, needScope } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { retimeWaiting } from "../schedule/retime-waiting";
import { verb } from "../use-case";
import { type UserView, userView } from "./user-view";

const TimeZone = z
  .string()
  .refine(isTimeZone, { error: "Use a time zone of the IANA list, such as Europe/Amsterdam." })
  .nullable();
const Locale = z.string().refine(isLocale, { error: "Use a language tag, such as en or sv-SE." }).nullable();

export const UserInput = z.strictObject({
  id: ExternalId,
  email: z
    .email({ error: "Use an email address." })
    .max(254)
    .transform((email) => email.toLowerCase())
    .optional(),
  name: z.string().trim().min(1).max(200).optional(),
  role: z.enum(ROLES).optional(),
  time_zone: TimeZone.optional(),
  locale: Locale.optional(),
  permissions: z.array(z.string().min(1).max(120)).max(200).optional(),
  active: z.boolean().optional(),
});
type UserInput = z.output<typeof UserInput>;

/** What `GET /users/{id}` says of its own: it may come back, and changes nothing. */
const Echo = z.iso.datetime().optional();

/** Makes a person, or changes what is given and leaves the rest (api.md, section 4). A new one needs an email. */
export const putUser = verb({
  input: UserInput.extend({ created_at: Echo, updated_at: Echo }),
  may: needScope("directory:write"),
  async run(ctx, input): Promise<UserView> {
    const written = oneAtATime(ctx, async (tx) => {
      if (ctx.precondition) ctx.precondition(viewOf(await findUser(tx, ctx.workspaceId, input.id)));
      return writeUser(tx, ctx, input);
    });
    // Somebody of another workspace took the address between the look and the write.
    const row = await written.catch((error) => {
      throw isDuplicate(error) ? takenEmail() : error;
    });
    tellOfUser(ctx, row);
    return userView(row);
  },
});

function viewOf(row: UserRow | undefined): UserView | undefined {
  return row && userView(row);
}

/** The same within a transaction that holds the workspace; `tellOfUser` follows its commit. */
export async function writeUser(tx: Tx, ctx: Context, input: UserInput): Promise<UserRow> {
  await refuseTakenEmail(tx, ctx, input);
  const current = await findUser(tx, ctx.workspaceId, input.id);
  return current ? change(tx, ctx, current, input) : create(tx, ctx, input);
}

/** Has the open tabs of a person who was just written take note. */
export function tellOfUser(ctx: Context, row: UserRow): void {
  // The very moment: this call did it, and not one long ago.
  if (row.deactivatedAt === ctx.now) ctx.dismiss?.(row.id);
  // An open page must not go on showing what a lost role hides (R57).
  else if (row.updatedAt === ctx.now && row.createdAt !== ctx.now) ctx.tell?.(row.id, []);
}

async function create(tx: Tx, ctx: Context, input: UserInput): Promise<UserRow> {
  if (input.email === undefined) {
    throw new AppError("unprocessable", "A new person needs an email address.", {
      errors: [{ pointer: "/email", detail: "Give an email address: this person is new." }],
    });
  }
  const row: UserRow = {
    workspaceId: ctx.workspaceId,
    id: input.id,
    email: input.email,
    name: input.name ?? input.email,
    role: input.role ?? "member",
    timeZone: input.time_zone ?? null,
    locale: input.locale ?? null,
    permissions: input.permissions ?? [],
    passwordHash: null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    deactivatedAt: input.active === false ? ctx.now : null,
  };
  await insertUser(tx, row);
  await recordAudit(tx, ctx, { action: "user.create", target: row.id, after: auditedFields(row) });
  return row;
}

async function change(tx: Tx, ctx: Context, current: UserRow, input: UserInput): Promise<UserRow> {
  const next: UserRow = {
    ...current,
    email: input.email ?? current.email,
    name: input.name ?? current.name,
    role: input.role ?? current.role,
    timeZone: input.time_zone === undefined ? current.timeZone : input.time_zone,
    locale: input.locale === undefined ? current.locale : input.locale,
    permissions: input.permissions ?? current.permissions,
    deactivatedAt: deactivation(current, input.active, ctx.now),
    updatedAt: ctx.now,
  };
  const [before, after] = [auditedFields(current), auditedFields(next)];
  if (JSON.stringify(before) === JSON.stringify(after) && current.name === next.name && current.email === next.email) {
    return current;
  }
  const { workspaceId, id, ...fields } = next;
  await updateUser(tx, workspaceId, id, fields);
  if (next.timeZone !== current.timeZone) await retimeWaiting(tx, ctx, next);
  if (next.deactivatedAt && !current.deactivatedAt) await endSessionsOf(tx, workspaceId, id, { endedAt: ctx.now });
  await recordAudit(tx, ctx, { action: "user.update", target: id, before, after });
  return next;
}

async function refuseTakenEmail(tx: Tx, ctx: Context, { id, email }: UserInput): Promise<void> {
  const holder = email === undefined ? undefined : await findUserByEmail(tx, email);
  if (!holder || (holder.workspaceId === ctx.workspaceId && holder.id === id)) return;
  throw takenEmail();
}

function takenEmail(): AppError {
  return new AppError("conflict", "Another person has this email address already.", {
    errors: [{ pointer: "/email", detail: "Use an address that nobody else has." }],
  });
}

/** What the audit keeps for ever: no name and no address, so that a person can be erased. */
function auditedFields({ role, timeZone, locale, permissions, deactivatedAt }: UserRow) {
  return { role, timeZone, locale, permissions, active: deactivatedAt === null };
}

function deactivation(current: UserRow, active: boolean | undefined, now: Date): Date | null {
  if (active === undefined) return current.deactivatedAt;
  return active ? null : (current.deactivatedAt ?? now);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
