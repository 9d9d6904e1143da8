import type { DeliveryContent } from "@/lib/core/delivery-state";
import { shortened } from "@/lib/core/shortened";
import { openAddress, openWords } from "../open-address";

/** Characters, so that a card stays below Teams' 28 KB whatever they are made of (F21). */
const MOST_TITLE = 300;
const MOST_BODY = 3000;
const MOST_FROM = 300;

/**
 * A notification as what a Workflows address takes: one Adaptive Card with a button to the record. Texts are runs, which
 * Teams does not read as Markdown: nothing in them is a link (S8).
 */
export function teamsCard(content: DeliveryContent, publicUrl: string): object {
  const { title, body, actor, origin } = content;
  const from = [actor, origin].filter((name) => name !== null && name !== "").join(" · ");
  const texts = [
    text(shortened(title, MOST_TITLE), { weight: "Bolder", size: "Medium" }),
    ...(body === "" ? [] : [text(shortened(body, MOST_BODY), {})]),
    text(shortened(from, MOST_FROM), { isSubtle: true, size: "Small" }),
  ];
  const card = {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.4",
    fallbackText: shortened(title, MOST_TITLE),
    body: texts,
    actions: [{ type: "Action.OpenUrl", title: openWords(content, MOST_TITLE), url: openAddress(publicUrl, content) }],
  };
  const attachment = { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card };
  return { type: "message", attachments: [attachment] };
}

function text(words: string, style: object): object {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text: words, ...style }] };
}
