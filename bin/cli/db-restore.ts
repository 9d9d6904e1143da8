import { openDatabase } from "@/db/client";
import { restore } from "@/db/files/restore";
import type { FileCommand } from "./run-file-command";

/** Puts a backup in the database's place, and keeps beside it what was there. */
export const dbRestore: FileCommand = {
  async run(url, file) {
    const kept = await restore(url, file, new Date());
    // A backup of an older Belfry.
    const db = await openDatabase(url);
    await db.migrate();
    await db.close();
    const former = kept ? ` What was there before is in ${kept}.` : "";
    return { json: { restored: file, kept }, text: `${file} is restored.${former}` };
  },
};
