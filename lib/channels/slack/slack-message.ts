import type { KnownBlock } from "@slack/web-api";
import type { DeliveryContent } from "@/lib/core/delivery-state";
import { shortened } from "@/lib/core/shortened";
import { openAddress, openWords } from "../open-address";

/** Of Slack's Block Kit: characters in a text, and in a button. */
const MOST_TEXT = 3000;
const MOST_BUTTON = 75;

/** A notification as a Slack message: what happened, who and where, and a button to the record. `text` is for lists. */
export function slackMessage(content: DeliveryContent, publicUrl: string): { text: string; blocks: KnownBlock[] } {
  const { title, body, actor, origin } = content;
  const heading = shortened(escaped(oneLine(title)), MOST_TEXT - 2);
  const said = body === "" ? [] : [section(shortened(escaped(body), MOST_TEXT))];
  const from = [actor, origin].filter((name) => name !== null && name !== "").join(" · ");
  return {
    text: heading,
    blocks: [
      section(`*${heading.replaceAll("*", "∗")}*`),
      ...said,
      { type: "context", elements: [{ type: "plain_text", text: shortened(from, MOST_TEXT), emoji: false }] },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            action_id: "open",
            url: openAddress(publicUrl, content),
            text: { type: "plain_text", text: openWords(content, MOST_BUTTON), emoji: false },
          },
        ],
      },
    ],
  };
}

function section(text: string): KnownBlock {
  return { type: "section", text: { type: "mrkdwn", text } };
}

/** Nothing of it is a link, a mention of everybody or another command to Slack (S8). */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim() || "Notification";
}
