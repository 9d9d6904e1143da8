/**
 * The plain text of a cleaned body: as long as `cleanBody` made it, nothing but its few tags and four entities can be in
 * it. With `links`, each address follows its words, where those are not the address.
 */
export function textOf(html: string, { links = false } = {}): string {
  const linked = links ? html.replace(/<a href="([^"]*)">(.*?)<\/a>/gs, withAddress) : html;
  return linked
    .replace(/<br \/>/g, "\n")
    .replace(/<\/p>/g, "\n\n")
    .replace(/<\/?div>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .replace(/[^\S\n]*\n[^\S\n]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const ENTITIES = { lt: "<", gt: ">", quot: '"', amp: "&" } as const;

function withAddress(all: string, address: string, words: string): string {
  return words === address ? all : `${words} (${address})`;
}
