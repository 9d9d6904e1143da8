import { openDatabase } from "@/db/client";
import { findUserByEmail } from "@/db/queries/users";
import { mailLinks } from "@/lib/usecases/mail/mail-links";

// A program of its own: prints the token of a mail's one-click link, for a person by email and what it ends as JSON.
const [email = "", end = ""] = process.argv.slice(2);
const db = await openDatabase(process.env.DATABASE_URL ?? "");
const person = await findUserByEmail(db.read, email);
if (!person) throw new Error("There is no such person.");
const token = await db.transact(async (tx) =>
  (await mailLinks(tx, person.workspaceId, new Date()))({ userId: person.id, end: JSON.parse(end) }),
);
process.stdout.write(token);
await db.close();
