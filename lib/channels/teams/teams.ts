import { z } from "zod";
import type { SendResult } from "@/lib/core/send-result";
import type { Outgoing } from "@/lib/outgoing/outgoing";
import type { Message, OutsideChannel } from "../channel";
import { type Meaning, NOT_CONFIGURED, posted } from "../posted";
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
  if (!config.success) return NOT_CONFIGURED;
  const body = JSON.stringify(teamsCard(message.content, publicUrl));
  const headers = { "content-type": "application/json", "user-agent": "Belfry" };
  return posted(await outgoing.post(config.data.url, body, headers), meaningOf);
}

function meaningOf(status: number): Meaning {
  if (status === 410) return "gone";
  return status === 408 || status === 429 || status >= 500 ? "later" : "rejected";
}
