// A process of in-thread.test.ts that posts once, and has nothing else to do after that.
import { fileURLToPath } from "node:url";
import { createOutgoingInThread } from "./in-thread";

const program = fileURLToPath(new URL("./thread.fixture.mjs", import.meta.url));
const client = createOutgoingInThread({ allowPrivate: true, program });
const awake = setTimeout(() => {}, 20_000);
process.stdout.write(JSON.stringify(await client.post("http://127.0.0.1:9/", "", {})));
clearTimeout(awake);
