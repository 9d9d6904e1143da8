import { Agent, type RequestOptions, request } from "node:http";
import { WebSocket } from "ws";
import type { Person, Place } from "./listening";

/** What one question of a listener was: leave to listen, or the bell. */
type Question = "leave" | "bell";

export interface Asked {
  question: Question;
  status: number;
  /** From the first byte sent to the last byte of the answer; milliseconds. */
  ms: number;
}

/**
 * One person's open tab without the browser: it listens as pusher-js does, and asks for its bell as the page does, after
 * each gap and on each signal, by the tag of what it has (F27). `onAsked` hears of every question.
 */
export function makeListener(place: Place, person: Person, onAsked: (asked: Asked) => void) {
  const own = `localhost:${place.port}`;
  const headers = { host: own, origin: `http://${own}`, cookie: person.cookie };
  let agent = new Agent();
  let socket: WebSocket | undefined;
  let etag: string | undefined;
  let unread = 0;
  let looking = Promise.resolve();

  async function come(): Promise<void> {
    // As a browser that was cut off: a connection of its own, and a new one.
    agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const opened = new WebSocket(`ws://127.0.0.1:${place.port}/app/${place.key}?protocol=7&client=bench&version=1`);
    socket = opened;
    const greeting = await frame(opened, "pusher:connection_established");
    const form = new URLSearchParams({ socket_id: JSON.parse(greeting).socket_id, channel_name: person.channel });
    const { body } = await ask("leave", "POST", "/api/realtime/auth", `${form}`);
    const joined = frame(opened, "pusher_internal:subscription_succeeded");
    const wish = { event: "pusher:subscribe", data: { ...JSON.parse(body), channel: person.channel } };
    opened.send(JSON.stringify(wish));
    await joined;
    opened.on("message", (raw) => {
      if (read(raw).event === "changed") look().catch(() => {});
    });
    await look();
  }

  /** One question after the other; each asks anew. */
  function look(): Promise<void> {
    looking = looking
      .catch(() => {})
      .then(async () => {
        const answer = await ask("bell", "GET", "/api/bell?tab=all");
        if (answer.status === 304) return;
        etag = answer.etag;
        unread = JSON.parse(answer.body).unread;
      });
    return looking;
  }

  async function ask(question: Question, method: string, path: string, form?: string): Promise<Answer> {
    const start = performance.now();
    const sent = {
      ...headers,
      ...(form && { "content-type": "application/x-www-form-urlencoded", "content-length": String(form.length) }),
      ...(!form && etag && { "if-none-match": etag }),
    };
    const answer = await send({ host: "127.0.0.1", port: place.port, method, path, headers: sent, agent }, form);
    onAsked({ question, status: answer.status, ms: performance.now() - start });
    if (answer.status === 200 || answer.status === 304) return answer;
    throw new Error(`${path} was answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  }

  return {
    come,
    look,
    unread: () => unread,
    /** As a dead network does: without a word. */
    drop() {
      socket?.terminate();
      agent.destroy();
    },
  };
}

interface Answer {
  status: number;
  etag?: string;
  body: string;
}

function send(options: RequestOptions, form?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(options, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, etag: answer.headers.etag, body }));
      answer.on("error", reject);
    });
    // A kept connection may be closed just when it is used again; a browser asks again too.
    asking.on("error", (error) => (asking.reusedSocket ? resolve(send(options, form)) : reject(error)));
    asking.end(form);
  });
}

interface Frame {
  event: string;
  data: string;
}

function read(raw: { toString(): string }): Frame {
  return JSON.parse(raw.toString());
}

/** The data of the next frame with this name; rejects when the socket closes instead. */
function frame(socket: WebSocket, event: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const closed = (code: number) => reject(new Error(`A socket was closed with ${code} before it heard ${event}.`));
    socket.on("error", reject);
    socket.once("close", closed);
    socket.on("message", function hear(raw) {
      const heard = read(raw);
      if (heard.event !== event) return;
      socket.off("message", hear);
      socket.off("close", closed);
      resolve(heard.data);
    });
  });
}
