// A process of its own: node:http, JSON.parse and one FULL-synced insert a request. No key, no checks, no idempotency.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import Sqlite from "better-sqlite3";

const [folder = "."] = process.argv.slice(3);
const db = new Sqlite(path.join(folder, "one-insert.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("create table events (id text primary key, topic text, body text, at integer); create index at on events (at)");
const insert = db.prepare("insert into events values (?, ?, ?, ?)");

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const text = Buffer.concat(chunks).toString();
    const { topic } = JSON.parse(text) as { topic: string };
    insert.run(randomUUID(), topic, text, Date.now());
    response.writeHead(202, { "content-type": "application/json", "content-length": 11 });
    response.end('{"ok":true}');
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
