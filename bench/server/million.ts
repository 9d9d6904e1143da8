import { newId } from "@/lib/ids";
import { openRaw } from "../floors/raw-rows";
import { READER } from "./reader";

/** Two of the hundred people, who have as much each: the reader read nothing, the other all but ten. */
export const UNREAD = READER.id;
export const READ = "person-1";
const PEOPLE = 100;
const LEFT_UNREAD = 10;

/**
 * Fills the database of a server that is not running with `total` notifications over 100 people, oldest first, as they
 * would have come. The indexes are made at the end, which is quicker.
 */
export function makeMillion(file: string, workspaceId: string, total: number): void {
  const db = openRaw(file);
  db.pragma("synchronous = OFF");
  db.pragma("foreign_keys = OFF");
  const addPerson = db.prepare(
    "insert into users (workspace_id, id, email, name, role, permissions, created_at, updated_at) values (?, ?, ? || '@example.com', ?, 'member', '[]', 0, 0)",
  );
  const people = Array.from({ length: PEOPLE }, (_, n) => `person-${n}`);
  for (const id of people) addPerson.run(workspaceId, id, id, id);

  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and tbl_name = 'notifications' and sql is not null",
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  const insert = db.prepare(INSERT);
  const start = Date.now() - total * 1000;
  db.transaction(() => {
    for (let n = 0; n < total; n++) {
      const userId = people[n % PEOPLE]!;
      const isUnread = userId === UNREAD || n < PEOPLE * LEFT_UNREAD;
      insert.run(valuesOf({ workspaceId, userId, at: start + n * 1000, isUnread }));
    }
  })();
  for (const { sql } of indexes) db.exec(sql);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

const INSERT = `insert into notifications (id, workspace_id, user_id, event_id, topic, title, body, url, actor, subject,
  count, in_bell, popup, position, created_at, updated_at, seen_at, read_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, 1, ?, ?, ?, ?, ?)`;

function valuesOf(row: { workspaceId: string; userId: string; at: number; isUnread: boolean }): unknown[] {
  const id = newId("ntf");
  const uuid = id.slice("ntf_".length);
  const readAt = row.isUnread ? null : row.at;
  return [
    id,
    row.workspaceId,
    row.userId,
    `evt_${uuid}`,
    "orders.changed",
    "Miriam Okafor changed Nordhagen Logistics: cold storage, second site",
    "Changed: delivery date, dock doors · Value: 48500 EUR",
    "/orders/4711",
    '{"name":"Miriam Okafor"}',
    '{"type":"order","id":"order-4711","title":"Nordhagen Logistics: cold storage, second site","url":"/orders/4711"}',
    `pos_${uuid}`,
    row.at,
    row.at,
    readAt,
    readAt,
  ];
}
