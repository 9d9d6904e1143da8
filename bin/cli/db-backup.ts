import { backUp } from "@/db/files/back-up";
import type { FileCommand } from "./run-file-command";

/** Copies the whole database to a new file while a server runs, and checks the copy. */
export const dbBackup: FileCommand = {
  async run(url, file) {
    const bytes = await backUp(url, file);
    const megabytes = (bytes / 1_048_576).toFixed(1);
    return { json: { file, bytes }, text: `${file} holds the whole database: ${megabytes} MB, and it was checked.` };
  },
};
