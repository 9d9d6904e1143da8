/**
 * HTML as the editor may hold it: allowed tags without attributes, links to where a link may lead; what else looks like a
 * tag is text. On the text itself, since the browser looks at handlers while it parses, even where nothing runs. The
 * server cleans what is sent all the same (S8); this is for what was kept in the browser.
 */
export function harmless(html: string): string {
  return html.replace(BARE, "<$1$2>").replace(OTHER, "&lt;");
}

const BARE = /<(\/?)(b|i|strong|em|br|span|div|p)(?:\s[^<>]*)?>/gi;
const OTHER = /<(?!\/?(?:b|i|strong|em|br|span|div|p)>|a href="(?:https?:\/\/|mailto:)[^"<>]*">|\/a>)/gi;
