import { textOf } from "@/lib/core/body-text";
import { digestTitle, notificationsWords } from "@/lib/core/digest-words";
import type { MailData, MailFrame, MailItem, MailKind } from "@/lib/core/mail";
import { inboxAddress, itemAddress, outsideHost, preferencesLink, unsubscribeAddress } from "./addresses";
import { bodyLines } from "./body-lines";
import { grouped, listed } from "./listed";
import { briefTime, cut, openWords, timeWords, unsubscribeWords, whyWords } from "./words";

/** The mail in plain text: everything that the HTML says, with each address in full. */
export function textPart<Kind extends MailKind>(kind: Kind, data: MailData[Kind]): string {
  const blocks = (TEXTS[kind] as (data: MailData[Kind]) => (string | null)[])(data);
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

const TEXTS: { [Kind in MailKind]: (data: MailData[Kind]) => (string | null)[] } = {
  notification: (data) => [...told(data, data.item), foot(data)],
  broadcast: (data) => [
    data.item.title,
    data.sender && `${data.sender} wrote to you:`,
    textOf(data.html, { links: true }),
    open(data, data.item),
    foot(data),
  ],
  merged: (data) => [
    data.item.title,
    wordsOf(data.item),
    listed(data.parts)
      .map(({ title, at }) => `- ${title}\n  ${briefTime(at, data.recipient.timeZone)}`)
      .join("\n"),
    more(data.total - listed(data.parts).length),
    open(data, data.item),
    foot(data),
  ],
  digest: (data) => [
    digestTitle(data.period),
    `${notificationsWords(data.total)} for you at ${data.workspace}.`,
    ...grouped(listed(data.items)).flatMap(([origin, items]) => [
      origin.toUpperCase(),
      ...items.map((item) =>
        told({ ...data, brief: true }, item)
          .filter(Boolean)
          .join("\n"),
      ),
    ]),
    more(data.total - listed(data.items).length),
    `Open your inbox:\n${inboxAddress(data)}`,
    foot(data),
  ],
};

function told(frame: MailFrame & { brief?: boolean }, item: MailItem): (string | null)[] {
  const { timeZone } = frame.recipient;
  if (frame.brief) return [item.title, cut(item.body, 140), briefTime(item.at, timeZone), itemAddress(frame, item)];
  return [item.title, wordsOf(item), `${item.origin}, ${timeWords(item.at, timeZone)}`, open(frame, item)];
}

function wordsOf({ body }: MailItem): string {
  return bodyLines(body)
    .map((line) => ("words" in line ? line.words : `${line.label}: ${line.value}`))
    .join("\n");
}

function open(frame: MailFrame, item: MailItem): string {
  const host = outsideHost(frame, item);
  return `${openWords(item)}${host ? ` (leads to ${host})` : ""}:\n${itemAddress(frame, item)}`;
}

function more(count: number): string | null {
  return count > 0 ? `and ${count.toLocaleString("en")} more` : null;
}

function foot(data: MailData[MailKind]): string {
  const unsubscribe = unsubscribeAddress(data);
  const links = [`Change what you get: ${preferencesLink(data)}`];
  if (unsubscribe) links.push(`${unsubscribeWords(data)}: ${unsubscribe}`);
  return ["--", whyWords(data), ...links].join("\n");
}
