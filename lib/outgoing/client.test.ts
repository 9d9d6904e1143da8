import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcp, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Fault, startStandIn } from "@/lib/channels/testing";
import { createOutgoing } from "./client";
import type { Outgoing } from "./outgoing";
import { isPublicAddress } from "./public-address";

/** Canaries: whoever connects to one of these went where nobody may go. */
const canaries: Server[] = [];
const visits: string[] = [];
let ports: number[] = [];
const made: Outgoing[] = [];

beforeAll(async () => {
  for (const host of ["127.0.0.1", "::1", "0.0.0.0"]) {
    const canary = createTcp((socket) => {
      visits.push(host);
      socket.destroy();
    });
    await new Promise<void>((ready) => canary.listen(0, host, ready).once("error", () => ready()));
    if (canary.listening) canaries.push(canary);
  }
  ports = canaries.map((canary) => (canary.address() as AddressInfo).port);
});
afterAll(() => {
  for (const canary of canaries) canary.close();
});
afterEach(() => {
  for (const one of made.splice(0)) one.close();
});

function outgoing(settings: Partial<Parameters<typeof createOutgoing>[0]> = {}): Outgoing {
  const one = createOutgoing({ allowPrivate: false, timeout: 1000, ...settings });
  made.push(one);
  return one;
}

const HOSTS = [
  ...["127.0.0.1", "127.1", "127.0.0.1.", "0.0.0.0", "0", "2130706433", "0x7f.1", "0x7f000001", "017700000001"],
  ...["0177.0.0.1", "localhost", "localhost.", "LOCALHOST", "①②⑦.0.0.1", "127。0。0。1", "[::1]", "[::]"],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]"],
  ...["169.254.169.254", "[fe80::1]", "[fd00::1]", "[fd00:ec2::254]", "10.0.0.1", "172.16.0.1", "172.31.255.255"],
  ...["192.168.1.1", "100.64.0.1", "100.127.255.255", "198.18.0.1", "192.0.0.192", "224.0.0.1", "255.255.255.255"],
  ...["[2002:7f00:1::]", "[2001:0:7f00:1::]", "[2001:db8::1]", "[ff02::1]"],
];

test("no form of a private address is connected to (S10)", async () => {
  const client = outgoing();
  const port = ports[0];
  const forms = HOSTS.flatMap((host) => [
    ...[`https://${host}/`, `https://${host}:${port}/`, `http://${host}:${port}/`, `http://${host}/`],
    ...[`https://hooks.example@${host}:${port}/`, `https://user:pass@${host}/`],
  ]);
  const kinds = await Promise.all(forms.map(async (form) => [form, (await client.post(form, "{}", {})).kind]));
  expect(kinds.filter(([, kind]) => kind !== "refused")).toEqual([]);
  expect(forms.length).toBeGreaterThan(200);
  expect(visits).toEqual([]);
});

test.each([
  ...["ftp://hooks.example/", "file:///etc/passwd", "javascript:alert(1)", "gopher://127.0.0.1:25/", "//hooks.example"],
  ...[
    "hooks.example",
    "",
    "https://",
    "http://hooks.example/",
    "https://hooks.example:8443/",
    "https://a:b@hooks.example/",
  ],
])("%j is no address to go to", async (address) => {
  const client = outgoing({ resolve: () => expect.unreachable("it asked for a name") });
  expect(client.objection(address)).toMatch(/\.$/);
  expect((await client.post(address, "", {})).kind).toBe("refused");
});

test("a name with any private address is refused, whichever comes first", async () => {
  const answers = [["203.0.114.1", "127.0.0.1"], ["127.0.0.1"], ["::ffff:127.0.0.1"], ["169.254.169.254", "8.8.8.8"]];
  for (const addresses of answers) {
    const client = outgoing({
      resolve: (_, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
        ),
    });
    expect(await client.post("https://hooks.example/", "{}", {})).toMatchObject({ kind: "refused" });
  }
  expect(visits).toEqual([]);
});

test("a name that is public at first and private then is asked once, and only what it said is connected to", async () => {
  let asked = 0;
  const client = outgoing({
    timeout: 300,
    resolve: (_, done) => done(null, [{ address: asked++ === 0 ? "192.0.2.1" : "127.0.0.1", family: 4 }]),
  });
  const answer = await client.post("https://hooks.example/", "{}", {});
  expect(answer.kind).toBe("refused");
  expect(asked).toBe(1);
  expect((await client.post("https://hooks.example/", "{}", {})).kind).toBe("refused");
  expect(visits).toEqual([]);
});

test.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450:4001::1"])(
  "%s is public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test("follows no redirect, also not to where it may go", async () => {
  const target = await startStandIn();
  const server = createServer((_, response) => response.writeHead(302, { location: `${target.url}/here` }).end());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const answer = await outgoing({ allowPrivate: true }).post(`http://127.0.0.1:${port}/`, "{}", {});
  expect(answer).toMatchObject({ kind: "answered", status: 302 });
  expect(target.seen).toEqual([]);
  server.close();
  await target.stop();
});

test("keeps one KB of an answer, however long it goes on", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200);
    const flood = () => {
      while (response.write("x".repeat(65_536)));
    };
    response.on("drain", flood);
    flood();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const answer = await outgoing({ allowPrivate: true }).post(`http://127.0.0.1:${port}/`, "{}", {});
  expect(answer).toEqual({ kind: "answered", status: 200, words: "x".repeat(1024) });
  server.closeAllConnections();
  server.close();
});

test.each<[Fault, object]>([
  ["hang", { kind: "failed", sent: true }],
  ["lost", { kind: "failed", sent: true }],
  ["slow drip", { kind: "answered", status: 200 }],
  ["reset mid-body", { kind: "answered", status: 200 }],
  ["429 seconds", { kind: "answered", status: 429, retryAfter: "7" }],
])("a receiver with the fault %s costs no more than its time (F19)", async (fault, told) => {
  const standIn = await startStandIn(() => fault);
  const started = performance.now();
  const answer = await outgoing({ allowPrivate: true, timeout: 300 }).post(`${standIn.url}/hook`, "{}", {});
  expect(answer).toMatchObject(told);
  expect(performance.now() - started).toBeLessThan(2000);
  await standIn.stop();
});

test("nobody there, a name that does not exist and a bad certificate are told apart from what may have arrived", async () => {
  const open = outgoing({ allowPrivate: true });
  expect(await open.post("http://127.0.0.1:9/", "", {})).toMatchObject({ kind: "failed", sent: false });
  const nameless = outgoing({ resolve: (_, done) => done(new Error("ENOTFOUND"), []) });
  expect(await nameless.post("https://no.example/", "", {})).toMatchObject({ kind: "failed", sent: false });
  const plain = await startStandIn();
  const overTls = plain.url.replace("http:", "https:");
  expect(await open.post(overTls, "", {})).toMatchObject({ kind: "failed", sent: false });
  await plain.stop();
});

test("what makes no request is told, not thrown", async () => {
  const open = outgoing({ allowPrivate: true });
  const headers = { "x-note": "two\nlines" };
  expect(await open.post("http://127.0.0.1:9/", "", headers)).toMatchObject({ kind: "failed", sent: false });
});

test("a connection is used again while it is warm, and ended once it was idle, however patient its receiver (F39)", async () => {
  let made = 0;
  const open = new Set<unknown>();
  const receiver = createServer((_, response) => setTimeout(() => response.end("ok"), 60)).on(
    "connection",
    (socket) => {
      made++;
      open.add(socket);
      socket.on("close", () => open.delete(socket));
    },
  );
  receiver.keepAliveTimeout = 60_000;
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const client = outgoing({ allowPrivate: true, idle: 40 });
  for (let n = 0; n < 3; n++) expect((await client.post(url, "{}", {})).kind).toBe("answered");
  expect(made).toBe(1);
  await expect.poll(() => open.size).toBe(0);
  receiver.close();
});
