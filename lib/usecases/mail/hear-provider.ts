import { z } from "zod";
import type { Database } from "@/db/database";
import { noteFromProvider } from "@/db/queries/mail";
import { suppressAddress } from "@/db/queries/suppressions";
import { findUserByEmail } from "@/db/queries/users";

/** What Resend tells of a mail, as far as we act on it. */
const Note = z.object({
  type: z.string(),
  data: z.object({
    to: z.union([z.string(), z.array(z.string()).max(50)]).optional(),
    bounce: z.object({ type: z.string().optional() }).optional(),
  }),
});

/**
 * Acts once on what the email provider tells: an address that bounced for good, or whose owner complained, gets no mail
 * any more (F26). Nothing that comes later takes that back. False for what was sent before, word for word (S24).
 */
export async function hearProvider(
  db: Database,
  note: { id: string; sentAt: Date; body: unknown },
  now: Date,
): Promise<boolean> {
  const told = Note.safeParse(note.body);
  const cause = told.success ? causeOf(told.data) : null;
  const addresses = told.success ? [told.data.data.to ?? []].flat() : [];
  return db.transact(async (tx) => {
    const heard = await noteFromProvider(tx, note.id, note.sentAt);
    if (heard === "new" && cause) {
      for (const address of addresses) {
        const person = await findUserByEmail(tx, address);
        if (!person) continue;
        await suppressAddress(tx, {
          workspaceId: person.workspaceId,
          channel: "email",
          address: person.email,
          cause,
          at: now,
        });
      }
    }
    return heard !== "replayed";
  });
}

function causeOf({ type, data }: z.output<typeof Note>): "bounce" | "complaint" | null {
  if (type === "email.complained") return "complaint";
  // A full mailbox or a server that is away is no reason to give an address up.
  return type === "email.bounced" && data.bounce?.type?.toLowerCase() !== "transient" ? "bounce" : null;
}
