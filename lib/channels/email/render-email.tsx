import type { ReactElement } from "react";
import type { MailData, MailKind, RenderedMail } from "@/lib/core/mail";
import { mailHeaders, subjectLine } from "./mail-headers";
import { BroadcastMail } from "./templates/broadcast";
import { DigestMail } from "./templates/digest";
import { MergedMail } from "./templates/merged";
import { NotificationMail } from "./templates/notification";
import { textPart } from "./text-part";
import { subjectOf } from "./words";

const TEMPLATES: { [Kind in MailKind]: (data: MailData[Kind]) => ReactElement } = {
  notification: NotificationMail,
  merged: MergedMail,
  digest: DigestMail,
  broadcast: BroadcastMail,
};

/**
 * A mail with both parts, at most 100 KB of HTML (U33). The same data always gives the same mail: what a provider's key
 * stands for must not change between two tries.
 */
export async function renderEmail<Kind extends MailKind>(kind: Kind, data: MailData[Kind]): Promise<RenderedMail> {
  // Not imported at the top: Next refuses to bundle it for pages that only might come here.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return {
    subject: subjectLine(subjectOf(data)),
    html: `<!doctype html>${renderToStaticMarkup(TEMPLATES[kind](data))}`,
    text: textPart(kind, data),
    headers: mailHeaders(data),
  };
}
