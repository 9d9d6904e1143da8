import sanitize from "sanitize-html";
import { AppError } from "@/lib/app-error";
import { textOf } from "@/lib/core/body-text";
import { isSafeLink } from "@/lib/core/event";

/**
 * What a sender wrote, with nothing but the tags `b i strong em br span div p` and `a` with an http, https or mailto
 * address; everything else is removed, scripts with all that is in them (S8, api.md). Of a link that could lead where it
 * does not say, the words stay (S9). Lines without tags stay lines.
 */
export function cleanBody(written: string): { html: string; text: string } {
  const html = sanitize(hasTags(written) ? written : written.trim().replace(/\r?\n/g, "<br>"), ALLOWED).trim();
  return { html, text: textOf(html) };
}

/** As long as the text of a notification may be. */
const LONGEST = 5000;

/** A body as it is stored; throws a 422 for one that is too long to be read in a bell. */
export function storedBody(written: string): { body: string; bodyHtml: string } {
  const { html, text } = cleanBody(written);
  if (text.length > LONGEST) {
    const detail = `Write at most ${LONGEST.toLocaleString("en")} characters, and link to the rest.`;
    throw new AppError("unprocessable", detail, { errors: [{ pointer: "/body", detail }] });
  }
  return { body: text, bodyHtml: html };
}

const ALLOWED: sanitize.IOptions = {
  allowedTags: ["b", "i", "strong", "em", "br", "span", "div", "p", "a"],
  allowedAttributes: { a: ["href"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = "" }): sanitize.Tag => ({ tagName: mayLead(href) ? tagName : "span", attribs: { href } }),
  },
};

/** As any link of a notification, but for paths: one would lead into Belfry from the bell, and nowhere from an email. */
function mayLead(href: string): boolean {
  return isSafeLink(href) && !href.startsWith("/");
}

function hasTags(text: string): boolean {
  return /<(br|div|p)\b/i.test(text);
}
