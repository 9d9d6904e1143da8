import { countRequest, findApiKeyByHash, type KnownKey, touchApiKey } from "@/db/queries/access";
import { AppError } from "@/lib/app-error";
import { type Rate, windowStart } from "@/lib/core/rate";
import { newId } from "@/lib/ids";
import { dismisserFor } from "@/lib/realtime/dismisser";
import { tellerFor } from "@/lib/realtime/teller";
import type { Runtime } from "@/lib/runtime";
import type { Context } from "@/lib/usecases/context";
import { apiKeyHash, apiKeyId } from "./api-key-format";
import { clientAddress } from "./client-address";
import { keepNewest } from "./keep-newest";

type KeyRuntime = Pick<Runtime, "db" | "clock" | "log" | "wake" | "authSecret"> &
  Partial<Pick<Runtime, "realtime" | "env">>;

/** A key as this process last saw it. `row` is undefined for one that is not in the database. */
interface Known {
  hash: string;
  row?: KnownKey;
  readAt: number;
  reading?: Promise<void>;
  notedAt: number;
}

/** Milliseconds a look into the table holds: what is revoked is refused within a second everywhere (S14). */
const HOLDS_FOR = 500;
const MOST_KNOWN = 1000;
/** Milliseconds between two notes that a key is in use, and from the request to the note. */
const NOTE_EVERY = 60_000;
const NOTE_AFTER = 1000;

const knownKeys = new Map<string, Known>();

/**
 * Who asks with `Authorization: Bearer bfy_…`. Throws `unauthorized`, or `bad_request` for a key in the address, where
 * logs and histories keep it.
 */
export async function keyContext(request: Request, runtime: KeyRuntime): Promise<Context> {
  const { db, clock, wake, realtime, log } = runtime;
  refuseKeyInAddress(request.url, runtime);
  const known = recall(request.headers.get("authorization"));
  const now = clock.now();
  const age = now.getTime() - known.readAt;
  if (age >= HOLDS_FOR || age < 0) {
    known.reading ??= look(known, runtime);
    await known.reading;
  }
  const row = inForce(known.row, now);
  noteUse(known, row, now, runtime);
  return {
    workspaceId: row.workspaceId,
    actor: { kind: "key", id: row.id, appId: row.appId, scopes: row.scopes },
    db,
    now,
    newId,
    address: clientAddress(request.headers),
    rate: row.rateLimit === null ? undefined : await rateOf(row.appId, row.rateLimit, now, runtime),
    wake,
    tell: realtime && tellerFor({ realtime, log }, row.workspaceId),
    dismiss: realtime && dismisserFor({ realtime, log }, row.workspaceId),
    activeWindowSeconds: runtime.env?.ACTIVE_WINDOW_SECONDS,
    secret: runtime.authSecret,
  };
}

function refuseKeyInAddress(url: string, { log }: KeyRuntime): void {
  const start = url.indexOf("?");
  if (start === -1 || !/bfy_|%/.test(url)) return;
  for (const [name, value] of new URLSearchParams(url.slice(start))) {
    if (!value.startsWith("bfy_")) continue;
    log.warn({ keyId: apiKeyId(value), parameter: name.slice(0, 40) }, "an API key came in an address: replace it");
    throw new AppError("bad_request", "Send the key as Authorization: Bearer, never in the address, and replace it.");
  }
}

/** By the whole header, so that a key is checked and hashed once and not at each request. */
function recall(header: string | null): Known {
  const found = header === null ? undefined : knownKeys.get(header);
  if (found) return found;
  const hash = header !== null && /^bearer /i.test(header) ? apiKeyHash(header.slice(7).trim()) : undefined;
  if (header === null || !hash) throw new AppError("unauthorized", "Send an API key: Authorization: Bearer bfy_….");
  const known = { hash, readAt: Number.NEGATIVE_INFINITY, notedAt: 0 };
  keepNewest(knownKeys, MOST_KNOWN, header, known);
  return known;
}

/** One look for all who wait for it. The time is that of its start: what changes meanwhile is seen at the next. */
async function look(known: Known, { db, clock }: KeyRuntime): Promise<void> {
  const startedAt = clock.now().getTime();
  try {
    known.row = await findApiKeyByHash(db.read, known.hash);
    known.readAt = startedAt;
  } finally {
    known.reading = undefined;
  }
}

function inForce(row: KnownKey | undefined, now: Date): KnownKey {
  if (!row) throw new AppError("unauthorized", "There is no such API key.");
  if (row.revokedAt) throw new AppError("unauthorized", "This API key was revoked.");
  if (row.expiresAt && row.expiresAt <= now) throw new AppError("unauthorized", "This API key has expired.");
  return row;
}

/** Counted in the database: all processes share one limit, and the app's keys do (C6). */
async function rateOf(appId: string, limit: number, now: Date, { db }: KeyRuntime): Promise<Rate> {
  const start = windowStart(now);
  return { limit, used: await db.transact((tx) => countRequest(tx, appId, start)), now, start };
}

/** After the answer: nobody waits for a note. */
function noteUse(known: Known, row: KnownKey, now: Date, { db, log }: KeyRuntime): void {
  const notedAt = Math.max(known.notedAt, row.lastUsedAt?.getTime() ?? 0);
  if (now.getTime() - notedAt < NOTE_EVERY) return;
  known.notedAt = now.getTime();
  const note = () => db.transact((tx) => touchApiKey(tx, row.id, now));
  setTimeout(
    () => note().catch((err) => log.warn({ err, keyId: row.id }, "the use of a key was not noted")),
    NOTE_AFTER,
  ).unref();
}
