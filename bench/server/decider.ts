// A process of its own, to be killed: decides what waits, and says so after each transaction. Its clock stands still.
import { openDatabase } from "@/db/client";
import { newId } from "@/lib/ids";
import { decideDueEvents } from "@/lib/usecases/events/decide-due-events";

const [file = "", now = ""] = process.argv.slice(3);
const db = await openDatabase(`file:${file}`);
const options = { now: new Date(now), newId, activeWindowSeconds: 60, onFault() {} };
while ((await decideDueEvents(db, options, () => {})) > 0) process.send?.("decided some");
await db.close();
process.send?.("done");
process.disconnect?.();
