import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Database } from "@/db/database";
import { findApiKeyByHash } from "@/db/queries/access";
import { APPS, type AppWord } from "@/db/seed/apps";
import { apiKeyHash } from "@/lib/auth/api-key-format";
import { createApiKey } from "@/lib/usecases/access/create-api-key";
import type { Context } from "@/lib/usecases/context";

export type DemoKeys = Record<AppWord | "curl", string>;

/** A key for each app and one for the `curl` line, kept beside the database for its owner's eyes only: the same each start. */
export async function demoKeys(ctx: Context, file: string): Promise<DemoKeys> {
  const kept = readKeys(file);
  const keys: Record<string, string> = {};
  for (const [word, { name }] of Object.entries({ ...APPS, curl: { name: "Demo curl" } })) {
    const known = kept[word];
    keys[word] = known && (await isInForce(ctx.db, known)) ? known : await makeKey(ctx, name);
  }
  if (JSON.stringify(keys) !== JSON.stringify(kept))
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys as DemoKeys;
}

function readKeys(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const parsed = z.record(z.string(), z.string()).safeParse(parseJson(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function isInForce(db: Database, key: string): Promise<boolean> {
  const hash = apiKeyHash(key);
  const row = hash && (await findApiKeyByHash(db.read, hash));
  return Boolean(row && !row.revokedAt);
}

async function makeKey(ctx: Context, app: string): Promise<string> {
  const { key } = await createApiKey.run(ctx, { name: app, app, scopes: ["events:write", "events:read"] });
  return key;
}
