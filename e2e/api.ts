import { expect } from "@playwright/test";
import { contractOf } from "../lib/http/openapi/contract";
import type { Server } from "./server";

/** What an integration sees of Belfry (api.md, section 2), as far as the tests use it. */
export interface Api {
  putUser(id: string, user: { email: string; name: string; role?: Role }): Promise<unknown>;
  putGroup(id: string, name: string, members: { user: string; main?: boolean; manager?: boolean }[]): Promise<void>;
  /** Answers the event's id. */
  post(event: PostedEvent): Promise<string>;
  event(id: string): Promise<EventAnswer>;
  /** The event once it is decided. */
  decided(id: string): Promise<EventAnswer>;
  notifications(user: string): Promise<{ data: NotificationAnswer[]; unread: number }>;
  /** Waits until the server counts so many unread. */
  expectUnread(user: string, count: number): Promise<void>;
  /** Changes what a person says about topics and channels, as `PATCH /users/{id}/preferences` takes it. */
  prefer(user: string, change: object): Promise<unknown>;
  /** Any request with the key; answers the response as it is. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

export type Role = "member" | "admin" | "super_admin";

export interface PostedEvent {
  topic: string;
  recipients: ({ user: string; as?: string } | { group: string; as?: string })[];
  actor?: { user: string } | { name: string };
  subject?: { type: string; id: string; title?: string; url?: string };
  data?: Record<string, unknown>;
  visible_to?: { users?: string[]; groups?: string[] };
  title?: string;
  body?: string;
  url?: string;
  update_key?: string;
}

interface EventAnswer {
  status: string;
  decisions: { user: string; channels: { channel: string; outcome: string; reason: string; source: string }[] }[];
}

interface NotificationAnswer {
  id: string;
  title: string;
  read_at: string | null;
  archived_at: string | null;
}

/** Makes an app on a server, with a key of these scopes: `events:write,events:read`. */
export async function addApp({ url, cli }: Server, name: string, scopes: string): Promise<Api> {
  const { key } = await cli<{ key: string }>("api-key", "create", "--name", name, "--scopes", scopes);
  return apiOf(url, key);
}

export function apiOf(url: string, key: string): Api {
  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.clone().text();
    const said = { method, address: `/api/v1${path}`, status: answer.status, body: text && JSON.parse(text) };
    expect((await contractAt(url))(said)).toBeNull();
    return answer;
  }

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await send(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  const event = (id: string) => ask<EventAnswer>("GET", `/events/${id}`);
  const notifications = (user: string) =>
    ask<{ data: NotificationAnswer[]; unread: number }>("GET", `/users/${user}/notifications`);

  return {
    send,
    putUser: (id, user) => ask("PUT", `/users/${id}`, user),
    async putGroup(id, name, members) {
      await ask("PUT", `/groups/${id}`, { name });
      await ask("PUT", `/groups/${id}/members`, { members });
    },
    post: async (event) => (await ask<{ id: string }>("POST", "/events", event)).id,
    event,
    async decided(id) {
      await expect.poll(async () => (await event(id)).status).toBe("processed");
      return event(id);
    },
    notifications,
    expectUnread: (user, count) => expect.poll(async () => (await notifications(user)).unread).toBe(count),
    prefer: (user, change) => ask("PATCH", `/users/${user}/preferences`, change),
  };
}

/** What became of an event on a channel, for the first who was to hear of it. */
export function onChannel({ decisions }: EventAnswer, name: string) {
  return decisions[0]?.channels.find(({ channel }) => channel === name);
}

/** C1: every answer is held against the document that its own server gives. */
function contractAt(url: string): Promise<ReturnType<typeof contractOf>> {
  const known =
    contracts.get(url) ?? fetch(`${url}/api/v1/openapi.json`).then(async (it) => contractOf(await it.json()));
  contracts.set(url, known);
  return known;
}

const contracts = new Map<string, Promise<ReturnType<typeof contractOf>>>();
