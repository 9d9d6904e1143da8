import { Agent, request } from "node:http";
import { actionsOfBuild } from "@/lib/boot/actions-of-build";

interface Action {
  port: number;
  /** Of the page that offers it. */
  path: string;
  id: string;
  cookie: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Calls a server action as its page would, and throws unless the answer holds `expected`. */
export function callAction({ port, path, id, cookie }: Action, input: unknown, expected: string): Promise<void> {
  const own = `localhost:${port}`;
  const headers = {
    host: own,
    origin: `http://${own}`,
    cookie,
    "next-action": id,
    accept: "text/x-component",
    "content-type": "text/plain;charset=UTF-8",
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method: "POST", headers, agent }, async (answer) => {
      let text = "";
      for await (const chunk of answer) text += chunk;
      if (text.includes(expected)) resolve();
      else reject(new Error(`An action was answered ${answer.statusCode}: ${text.slice(0, 500)}`));
    });
    sent.on("error", reject);
    sent.end(JSON.stringify([input]));
  });
}

/** The id that the build gave to an exported server action. */
export function actionIdOf(name: string): string {
  const found = actionsOfBuild().find((action) => action.name === name);
  if (!found) throw new Error(`The build has no server action ${name}.`);
  return found.id;
}
