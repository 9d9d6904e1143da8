import { type LookupAddress, lookup } from "node:dns";
import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from "node:http";
import { Agent as HttpsAgent, request as overHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { INSIDE, objection } from "./objection";
import type { Answer, Outgoing } from "./outgoing";
import { isPublicAddress } from "./public-address";

interface Settings {
  /** Of `ALLOW_PRIVATE_TARGETS`: for tests, which reach loopback by plain http. */
  allowPrivate: boolean;
  /** For the whole exchange; milliseconds. */
  timeout?: number;
  /** How long a connection is kept for the next call; milliseconds. */
  idle?: number;
  /** Looks a name up; the system's own unless a test says otherwise. */
  resolve?: (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;
}

const TIMEOUT = 15_000;
/** Not every receiver ends what is idle, and there may be thousands of them. */
const IDLE = 10_000;
/** Of an answer's body, what is kept; more ends the connection. */
const MOST_WORDS = 1024;
const SOCKETS_A_HOST = 8;

/**
 * The one client for addresses that people type in (S10): create, update, test, retry and delivery all pass here. A
 * name is resolved once and the connection goes to an address that was looked at; every address of it must be public.
 */
export function createOutgoing(settings: Settings): Outgoing {
  const { allowPrivate, timeout = TIMEOUT, idle = IDLE, resolve = systemLookup } = settings;
  const pool = { keepAlive: true, maxSockets: SOCKETS_A_HOST, timeout: idle };
  const [http, https] = [new HttpAgent(pool), new HttpsAgent(pool)];
  const lookupPublic = publicOnly(resolve, allowPrivate);

  function post(address: string, body: string | Uint8Array, headers: Record<string, string>): Promise<Answer> {
    const why = objection(address, allowPrivate);
    if (why !== null) return Promise.resolve({ kind: "refused", why });
    const url = new URL(address);
    const secure = url.protocol === "https:";
    return new Promise<Answer>((settle) => {
      let connected = false;
      let responding = false;
      const options = {
        method: "POST",
        agent: secure ? https : http,
        lookup: lookupPublic,
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
      };
      const sent = secure ? overHttps(url, options) : overHttp(url, options);
      const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${timeout / 1000} s`)), timeout);
      const end = (answer: Answer) => {
        clearTimeout(timer);
        settle(answer);
      };
      sent.on("socket", (socket) => {
        if (socket.readyState === "open") connected = true;
        else socket.once(secure ? "secureConnect" : "connect", () => (connected = true));
      });
      sent.on("response", (response) => {
        responding = true;
        readWords(response).then((words) => end(answered(response, words)));
      });
      sent.on("error", (error) => {
        // The status came before the trouble: it says enough.
        if (responding) return;
        if (error instanceof Refused) end({ kind: "refused", why: error.message });
        else end({ kind: "failed", why: error.message, sent: connected });
      });
      sent.end(body);
      // Thrown by what makes no request, such as a header that nobody may send.
    }).catch((error: Error) => ({ kind: "failed", why: error.message, sent: false }));
  }

  return {
    post,
    objection: (address) => objection(address, allowPrivate),
    close: () => {
      http.destroy();
      https.destroy();
    },
  };
}

class Refused extends Error {}

/** A connection is made to exactly what this answers, so that a name cannot change its mind in between. */
function publicOnly(resolve: NonNullable<Settings["resolve"]>, allowPrivate: boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) return done(error, []);
      if (addresses.length === 0) return done(new Error(`${host} has no address`), []);
      const allowed = allowPrivate || addresses.every(({ address }) => isPublicAddress(address));
      if (!allowed) return done(new Refused(INSIDE), []);
      if (options.all) return done(null, addresses);
      done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function systemLookup(host: string, done: (error: Error | null, addresses: LookupAddress[]) => void): void {
  lookup(host, { all: true }, done);
}

function answered(response: IncomingMessage, words: string): Answer {
  const retryAfter = response.headers["retry-after"];
  return { kind: "answered", status: response.statusCode ?? 0, words, ...(retryAfter && { retryAfter }) };
}

/** The first KB of the body; what comes after a cut or the time-out is not waited for: the status says enough. */
function readWords(response: IncomingMessage): Promise<string> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = () => done(Buffer.concat(chunks).subarray(0, MOST_WORDS).toString("utf8"));
    response.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_WORDS) response.destroy();
    });
    for (const ending of ["end", "close", "error"]) response.on(ending, finish);
  });
}
