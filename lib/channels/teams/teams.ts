import { z } from "zod";
import type { SendResult } from "@/lib/core/send-result";
import type { Answer, Outgoing } from "@/lib/outgoing";
import type { Message, OutsideChannel } from "../channel";
import { teamsCard } from "./teams-card";

interface Settings {
  publicUrl: string;
  outgoing: Pick<Outgoing, "post" | "objection">;
}

const TeamsConfig = z.strictObject({ url: z.string().max(2048) });

/** A person's own Workflows address in Microsoft Teams. It takes four messages a second (F21), and no keys. */
export function createTeams(settings: Settings): OutsideChannel {
  return {
    channel: "teams",
    oneProvider: false,
    pace: { channel: 0, lane: 250 },
    batch: 1,
    keyMemory: 0,
    objection: ({ url }) => settings.outgoing.objection(String(url)),
    send: ({ messages }) => Promise.all(messages.map((message) => sendOne(settings, message))),
    async connect({ address }) {
      const objection = settings.outgoing.objection(address);
      return objection === null ? { label: new URL(address).hostname, config: { url: address } } : { objection };
    },
  };
}

async function sendOne({ outgoing, publicUrl }: Settings, message: Message): Promise<SendResult> {
  const config = TeamsConfig.safeParse(message.config);
  if (!config.success) return { outcome: "failed", reason: "provider_rejected", detail: "not_configured" };
  const body = JSON.stringify(teamsCard(message.content, publicUrl));
  const headers = { "content-type": "application/json", "user-agent": "Belfry" };
  return resultOf(await outgoing.post(config.data.url, body, headers));
}

function resultOf(answer: Answer): SendResult {
  if (answer.kind === "refused") {
    return { outcome: "failed", reason: "provider_rejected", detail: "address_refused", words: answer.why };
  }
  if (answer.kind === "failed") return { outcome: "retry", ambiguous: answer.sent, words: answer.why };
  const { status, words, retryAfter } = answer;
  if (status >= 200 && status < 300) return { outcome: "sent", status, words };
  if (status === 410) return { outcome: "failed", reason: "endpoint_gone", status, words };
  const waits = status === 408 || status === 429 || status >= 500;
  if (!waits) return { outcome: "failed", reason: "provider_rejected", status, words };
  return { outcome: "retry", ambiguous: status >= 500, status, words, ...(retryAfter && { retryAfter }) };
}
