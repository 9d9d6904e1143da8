const KEPT = new Set(["B", "I", "STRONG", "EM", "BR", "SPAN", "DIV", "P", "A"]);
const GONE = "script, style, template, iframe, object, embed, svg, math, noscript, textarea, title, select";

/**
 * HTML as the editor may hold it: parsed where nothing runs or loads, then without what a broadcast may not have. The
 * server cleans what is sent all the same (S8); this is for what was kept in the browser.
 */
export function harmless(html: string): DocumentFragment {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(GONE)) element.remove();
  for (const element of [...body.querySelectorAll("*")].reverse()) {
    const href = element.tagName === "A" ? (element.getAttribute("href") ?? "") : "";
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    if (/^(https?:\/\/|mailto:)/i.test(href)) element.setAttribute("href", href);
    if (!KEPT.has(element.tagName)) element.replaceWith(...element.childNodes);
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...body.childNodes);
  return fragment;
}
