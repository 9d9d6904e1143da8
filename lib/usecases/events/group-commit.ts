import type { Database, Tx } from "@/db/database";
import { isDuplicate } from "@/db/dialects/behaviour";
import { perDatabase } from "@/db/per-database";
import { type EventRow, insertEvents } from "@/db/queries/events";
import { findIdempotencyKeys, type IdempotencyRow, insertIdempotencyKeys } from "@/db/queries/idempotency";
import { Together } from "../together";

interface Post {
  rows: EventRow[];
  idempotency?: IdempotencyRow;
}

const queueOf = perDatabase(() => new Together<Post, IdempotencyRow | undefined>());

/**
 * Stores a post's events on disk, together with all posts that arrive meanwhile: one synced commit serves them all.
 * Answers the row of its idempotency key if somebody had it before; then nothing of the post is stored.
 */
export function commitTogether(db: Database, post: Post): Promise<IdempotencyRow | undefined> {
  return queueOf(db).add(post, async (posts) => {
    const held = await commit(db, posts);
    return posts.map((one) => held.get(one));
  });
}

/** Written without a look at the keys first: almost every key is new, and the database refuses the others itself. */
async function commit(db: Database, posts: readonly Post[]): Promise<Map<Post, IdempotencyRow>> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transact((tx) => write(tx, posts, { look: tries > 1 }));
    } catch (error) {
      // Some key is taken, by an earlier post or since the look: look, and leave out the posts that have one.
      if (!isDuplicate(error) || tries === 5) throw error;
    }
  }
}

async function write(tx: Tx, posts: readonly Post[], { look }: { look: boolean }): Promise<Map<Post, IdempotencyRow>> {
  const keyed = posts.flatMap((post) => (post.idempotency ? [post.idempotency] : []));
  const taken = look ? await findIdempotencyKeys(tx, keyed) : [];
  const known = new Map(taken.map((row) => [nameOf(row), row]));
  const held = new Map<Post, IdempotencyRow>();
  const fresh = new Map<string, IdempotencyRow>();
  for (const post of posts) {
    if (!post.idempotency) continue;
    const name = nameOf(post.idempotency);
    const earlier = known.get(name) ?? fresh.get(name);
    if (earlier) held.set(post, earlier);
    else fresh.set(name, post.idempotency);
  }
  // Sorted, so that two processes with the same keys wait for each other in one direction only.
  const sorted = [...fresh].sort(([a], [b]) => (a < b ? -1 : 1));
  await insertIdempotencyKeys(
    tx,
    sorted.map(([, row]) => row),
  );
  await insertEvents(
    tx,
    posts.flatMap((post) => (held.has(post) ? [] : post.rows)),
  );
  return held;
}

function nameOf({ workspaceId, route, key }: IdempotencyRow): string {
  return JSON.stringify([workspaceId, route, key]);
}
