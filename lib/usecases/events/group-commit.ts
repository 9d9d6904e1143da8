import type { Database, Tx } from "@/db/database";
import { isDuplicate } from "@/db/dialects/behaviour";
import { perDatabase } from "@/db/per-database";
import { type EventRow, insertEvents } from "@/db/queries/events";
import { findIdempotencyKeys, type IdempotencyRow, insertIdempotencyKeys } from "@/db/queries/idempotency";

interface Post {
  rows: EventRow[];
  idempotency?: IdempotencyRow;
}
interface Waiting extends Post {
  resolve(held: IdempotencyRow | undefined): void;
  reject(error: unknown): void;
}

const queueOf = perDatabase(() => ({ waiting: [] as Waiting[], running: false }));

/**
 * Stores a post's events on disk, together with all posts that arrive meanwhile: one synced commit serves them all, so
 * a sync costs each of them little. Answers the row of its idempotency key if somebody had it before; then nothing of
 * the post is stored.
 */
export function commitTogether(db: Database, post: Post): Promise<IdempotencyRow | undefined> {
  const queue = queueOf(db);
  const stored = new Promise<IdempotencyRow | undefined>((resolve, reject) => {
    queue.waiting.push({ ...post, resolve, reject });
  });
  if (!queue.running) {
    queue.running = true;
    setImmediate(() => drain(db));
  }
  return stored;
}

async function drain(db: Database): Promise<void> {
  const queue = queueOf(db);
  while (queue.waiting.length > 0) {
    const posts = queue.waiting.splice(0);
    try {
      const held = await commit(db, posts);
      for (const post of posts) post.resolve(held.get(post));
    } catch (error) {
      for (const post of posts) post.reject(error);
    }
    // The answers go out and new posts come in before the next commit is filled.
    await new Promise(setImmediate);
  }
  queue.running = false;
}

/** Written without a look at the keys first: almost every key is new, and the database refuses the others itself. */
async function commit(db: Database, posts: readonly Waiting[]): Promise<Map<Waiting, IdempotencyRow>> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transact((tx) => write(tx, posts, { look: tries > 1 }));
    } catch (error) {
      // Some key is taken, by an earlier post or since the look: look, and leave out the posts that have one.
      if (!isDuplicate(error) || tries === 5) throw error;
    }
  }
}

async function write(
  tx: Tx,
  posts: readonly Waiting[],
  { look }: { look: boolean },
): Promise<Map<Waiting, IdempotencyRow>> {
  const keyed = posts.flatMap((post) => (post.idempotency ? [post.idempotency] : []));
  const taken = look ? await findIdempotencyKeys(tx, keyed) : [];
  const known = new Map(taken.map((row) => [nameOf(row), row]));
  const held = new Map<Waiting, IdempotencyRow>();
  const fresh: IdempotencyRow[] = [];
  for (const post of posts) {
    if (!post.idempotency) continue;
    const earlier = known.get(nameOf(post.idempotency));
    if (earlier) {
      held.set(post, earlier);
    } else {
      known.set(nameOf(post.idempotency), post.idempotency);
      fresh.push(post.idempotency);
    }
  }
  // Sorted, so that two processes with the same keys wait for each other in one direction only.
  fresh.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  await insertIdempotencyKeys(tx, fresh);
  await insertEvents(
    tx,
    posts.flatMap((post) => (held.has(post) ? [] : post.rows)),
  );
  return held;
}

function nameOf({ workspaceId, route, key }: IdempotencyRow): string {
  return JSON.stringify([workspaceId, route, key]);
}
