import type { Database } from "@/db/database";
import { listAuditEntries } from "@/db/queries/audit";
import { newId } from "@/lib/ids";
import type { UserContext } from "../context";
import { listNotifications } from "../inbox/list-notifications";
import { startWorkspace } from "../testing";
import { checkImport } from "./check-import";
import { downloadExport } from "./download-export";
import { moveExports } from "./move-exports";
import { moveImports } from "./move-imports";
import { listImportFaults, readImport } from "./read-transfers";

/** A workspace with Ada and two super admins, of whom one brings people in and takes them out. */
export async function startTransfers() {
  const here = await startWorkspace();
  await here.addUser("boss", { name: "Barbara Liskov", role: "super_admin" });
  await here.addUser("other", { name: "Other", role: "super_admin" });
  await here.addUser("ada", { name: "Ada", email: "ada@example.com" });

  function as(id: string): UserContext {
    const ctx = here.asUser(id);
    return { ...ctx, actor: { ...ctx.actor, role: "super_admin" } };
  }
  function moving(db: Database = here.db) {
    return { db, now: here.asApp().now, newId, secret: "secret", tell() {} };
  }
  return {
    ...here,
    as,
    moving,
    async moveAll(): Promise<void> {
      while (await moveImports(moving()));
      while (await moveExports(moving()));
    },
    async upload(text: string, fileName = "people.csv"): Promise<string> {
      return (await checkImport.run(as("boss"), { fileName, text })).id;
    },
    viewOf: (id: string) => readImport.run(as("boss"), { id }),
    async faultsOf(id: string) {
      const { rows } = await listImportFaults.run(as("boss"), listImportFaults.input.parse({ id }));
      return rows.map(({ row, faults }) => [row, ...faults.map(({ column, detail }) => `${column}: ${detail}`)]);
    },
    async acts(action: string) {
      return (await listAuditEntries(here.db.read, here.workspaceId)).filter((entry) => entry.action === action);
    },
    async told(user: string, topic: string) {
      await here.decide();
      const input = listNotifications.input.parse({ user, tab: "downloads" });
      const { data } = await listNotifications.run(here.asApp(), input);
      return data.filter((one) => one.topic === topic);
    },
    async fileOf(id: string, who = as("boss")): Promise<string> {
      let text = "";
      for await (const part of (await downloadExport.run(who, { id })).parts) text += part;
      return text;
    },
  };
}
