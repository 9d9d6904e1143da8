import type { DeliveryContent } from "@/lib/core/delivery-state";
import type { Mail } from "./transport";

/** What a mail about one notification says. The same content always gives the same mail: its key depends on it. */
export function renderMail(content: DeliveryContent, publicUrl: string): Pick<Mail, "subject" | "text" | "html"> {
  const { title, body, url, topic } = content;
  const link = url === null ? null : new URL(url, publicUrl).href;
  const preferences = `${publicUrl}/settings/notifications/email?topic=${encodeURIComponent(topic.key)}`;
  const why = `You get this e-mail for "${topic.name}".`;
  const text = [title, body, link, `--\n${why}\nChange what you get: ${preferences}`].filter(Boolean).join("\n\n");
  const paragraphs = body.split(/\n+/).filter(Boolean);
  const html = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...paragraphs.map((line) => `<p>${escaped(line)}</p>`),
    link === null ? "" : `<p><a href="${escaped(link)}">Open</a></p>`,
    `<hr><p>${escaped(why)} <a href="${escaped(preferences)}">Change what you get</a></p></body></html>`,
  ].join("\n");
  return { subject: oneLine(title), text, html };
}

/** No line break or other control character gets into a header (S13). */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
