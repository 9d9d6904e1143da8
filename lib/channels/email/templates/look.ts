import type { CSSProperties } from "react";

/** The screens' colours as mails can have them: no variables, no oklch. */
const LIGHT = {
  page: "#f6f4f1",
  card: "#ffffff",
  line: "#e5e3df",
  ink: "#1f1c19",
  quiet: "#655f59",
  link: "#7a4519",
  button: "#885123",
  onButton: "#fefbf8",
};
const DARK = {
  page: "#141210",
  card: "#1b1916",
  line: "#33302d",
  ink: "#ebe9e6",
  quiet: "#ada8a2",
  link: "#e3af77",
  button: "#e3af77",
  onButton: "#1c140c",
};

const FONT = "Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Inline, since many mailboxes drop style sheets; the classes beside them are for the dark one below. */
export const LOOK = {
  page: { backgroundColor: LIGHT.page, fontFamily: FONT },
  column: { maxWidth: "560px", margin: "0 auto", padding: "24px 12px" },
  brand: {
    margin: "0 0 12px",
    padding: "0 4px",
    color: LIGHT.quiet,
    fontSize: "14px",
    lineHeight: "20px",
    fontWeight: 600,
  },
  card: { backgroundColor: LIGHT.card, border: `1px solid ${LIGHT.line}`, borderRadius: "12px" },
  inside: { padding: "28px" },
  title: {
    margin: 0,
    color: LIGHT.ink,
    fontSize: "20px",
    lineHeight: "28px",
    fontWeight: 600,
    overflowWrap: "anywhere",
  },
  section: { margin: "24px 0 4px", color: LIGHT.ink, fontSize: "14px", lineHeight: "20px", fontWeight: 600 },
  words: { margin: "16px 0 0", color: LIGHT.ink, fontSize: "16px", lineHeight: "24px", overflowWrap: "anywhere" },
  nextFact: { margin: "4px 0 0", color: LIGHT.ink, fontSize: "16px", lineHeight: "24px", overflowWrap: "anywhere" },
  quiet: { margin: "4px 0 0", color: LIGHT.quiet, fontSize: "14px", lineHeight: "20px", overflowWrap: "anywhere" },
  entry: { padding: "12px 0", borderTop: `1px solid ${LIGHT.line}` },
  entryTitle: {
    margin: 0,
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: 500,
    color: LIGHT.ink,
    overflowWrap: "anywhere",
  },
  button: {
    backgroundColor: LIGHT.button,
    color: LIGHT.onButton,
    borderRadius: "8px",
    padding: "12px 20px",
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: 600,
    textDecoration: "none",
    overflowWrap: "anywhere",
  },
  link: { color: LIGHT.link, textDecoration: "underline" },
  foot: { padding: "16px 4px 0" },
  footWords: { margin: "0 0 4px", color: LIGHT.quiet, fontSize: "13px", lineHeight: "20px", overflowWrap: "anywhere" },
  footLink: { margin: 0, color: LIGHT.quiet, fontSize: "13px", lineHeight: "28px" },
} satisfies Record<string, CSSProperties>;

const DARK_RULES = Object.entries({
  ".page": `background-color:${DARK.page}`,
  ".card": `background-color:${DARK.card};border-color:${DARK.line}`,
  ".ink": `color:${DARK.ink}`,
  ".quiet": `color:${DARK.quiet}`,
  ".link": `color:${DARK.link}`,
  ".line": `border-color:${DARK.line}`,
  ".button": `background-color:${DARK.button};color:${DARK.onButton}`,
}).map(([selector, rules]) => [selector, rules.replaceAll(/;|$/g, (end) => ` !important${end}`)] as const);

/** Whoever keeps style sheets gets the dark look and room on a phone; `data-ogsc` is how Outlook says dark. */
export const STYLE_SHEET = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `body{margin:0;padding:0;background-color:${LIGHT.page}}`,
  `@media (prefers-color-scheme:dark){${DARK_RULES.map(([selector, rules]) => `${selector}{${rules}}`).join("")}}`,
  ...DARK_RULES.map(([selector, rules]) => `[data-ogsc] ${selector}{${rules}}`),
  "@media (max-width:480px){.inside{padding:20px !important}}",
].join("");
