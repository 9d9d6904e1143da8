import { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { SendResult } from "@/lib/core/send-result";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Connected, Message, OutsideChannel } from "../channel";
import { NOT_CONFIGURED } from "../posted";
import { slackFault, slackWord } from "./slack-fault";
import { slackMessage } from "./slack-message";

export interface SlackSettings {
  publicUrl: string;
  /** Of `SLACK_API_URL`; Slack's own if nothing is said. */
  apiUrl?: string;
  /** The bot token of a workspace; null where nobody has set up Slack for it. */
  tokenOf(workspaceId: WorkspaceId): Promise<string | null>;
}

/** Whom a message goes to: the person's id in Slack. */
const SlackConfig = z.strictObject({ user: z.string().min(1).max(100) });

/**
 * Direct messages by the company's bot, to the person that Slack knows by their email address. Slack lets a message a
 * second into one conversation, and some hundreds a minute altogether (F21); it takes no keys.
 */
export function createSlack(settings: SlackSettings): OutsideChannel {
  return {
    channel: "slack",
    oneProvider: true,
    pace: { channel: 150, lane: 1000 },
    batch: 1,
    keyMemory: 0,
    send: ({ messages, signal }) => Promise.all(messages.map((message) => sendOne(settings, message, signal))),
    ready: async (workspaceId) => (await settings.tokenOf(workspaceId)) !== null,
    async connect({ workspaceId, email, signal }) {
      const token = await settings.tokenOf(workspaceId);
      if (token === null) return { objection: "Slack is not set up for your company yet. A super admin can do that." };
      return findPerson(clientOf(settings, token, signal), email);
    },
    async connectAll({ token, signal }) {
      return checkToken(clientOf(settings, token, signal), token);
    },
  };
}

async function sendOne(settings: SlackSettings, message: Message, signal: AbortSignal): Promise<SendResult> {
  const config = SlackConfig.safeParse(message.config);
  const token = await settings.tokenOf(message.workspaceId);
  if (!config.success || token === null) return NOT_CONFIGURED;
  try {
    const said = slackMessage(message.content, settings.publicUrl);
    const { ts } = await clientOf(settings, token, signal).chat.postMessage({
      channel: config.data.user,
      ...said,
      unfurl_links: false,
      unfurl_media: false,
    });
    // Nobody can say whether it is there: the answer does not.
    if (typeof ts !== "string") return { outcome: "retry", ambiguous: true, status: 200, words: "no_ts" };
    return { outcome: "sent", status: 200, providerId: ts, words: "ok" };
  } catch (error) {
    return slackFault(error);
  }
}

async function findPerson(client: WebClient, email: string): Promise<Connected> {
  try {
    const { user } = await client.users.lookupByEmail({ email });
    if (!user?.id) return { objection: "Slack's answer could not be read. Try again." };
    return { label: user.profile?.display_name || user.real_name || user.name || email, config: { user: user.id } };
  } catch (error) {
    return { objection: wordsFor(error, email) };
  }
}

async function checkToken(client: WebClient, token: string): Promise<Connected> {
  try {
    const { team, team_id: teamId } = await client.auth.test();
    if (!teamId) return { objection: "Slack's answer could not be read. Try again." };
    return { label: team ?? teamId, config: { token, team: teamId } };
  } catch (error) {
    return { objection: wordsFor(error, "") };
  }
}

function wordsFor(error: unknown, email: string): string {
  const word = slackWord(error);
  if (word === null) return "Slack did not answer as it should. Try again in a moment.";
  if (word === "users_not_found") return `Slack knows nobody with the address ${email}.`;
  if (word === "missing_scope") return "The bot lacks a permission: it needs users:read.email and chat:write.";
  return `Slack does not accept the company's bot token: ${word}.`;
}

/** One call and no second: retrying lives in one place. Its timing is ours, and it never writes to our log. */
function clientOf({ apiUrl }: SlackSettings, token: string, signal: AbortSignal): WebClient {
  return new WebClient(token, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: SILENT,
    fetch: (url, init) => fetch(url, { ...init, signal }),
  });
}

const nothing = () => {};
const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => "error" as never,
};
