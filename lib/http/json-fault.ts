/** The slow, exact look at a text that was refused: where it stops being JSON, or which key stands twice. */

/** Where `text` stops being JSON, what was expected there, and how to mend it. */
export function syntaxFault(text: string): string {
  try {
    new Reader(text).document();
  } catch (fault) {
    if (fault instanceof Fault) return inWords(text, fault);
    throw fault;
  }
  return "The body is not JSON.";
}

/** The path of the first key that stands twice in its object; empty if there is none. `text` is JSON. */
export function firstDuplicate(text: string): (string | number)[] {
  const reader = new Reader(text);
  reader.document();
  return reader.duplicate ?? [];
}

/** "line 3, column 14", both counted from 1, columns in UTF-16 units. */
export function placeOf(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < at; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return `line ${line}, column ${at - start + 1}`;
}

class Fault {
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {}
}

/** Reads by recursion: the caller has seen to it that the text is not deep. */
class Reader {
  duplicate: (string | number)[] | undefined;
  private at = 0;
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string) {}

  document(): void {
    this.value();
    if (this.next() !== "") this.stop("nothing after the end of the JSON");
  }

  private value(): void {
    const char = this.next();
    if (char === "{") this.object();
    else if (char === "[") this.array();
    else if (char === '"') this.string();
    else if (!this.skip(LITERAL)) this.stop("a value");
  }

  private object(): void {
    const seen = new Set<string>();
    this.at++;
    if (this.next() === "}") return void this.at++;
    while (true) {
      if (this.next() !== '"') this.stop("a key in double quotes");
      const key = this.string();
      this.path.push(key);
      if (seen.has(key)) this.duplicate ??= [...this.path];
      seen.add(key);
      if (this.next() !== ":") this.stop("a colon");
      this.at++;
      this.value();
      this.path.pop();
      if (this.ends("}")) return;
    }
  }

  private array(): void {
    this.at++;
    if (this.next() === "]") return void this.at++;
    for (let index = 0; ; index++) {
      this.path.push(index);
      this.value();
      this.path.pop();
      if (this.ends("]")) return;
    }
  }

  private ends(close: string): boolean {
    const char = this.next();
    if (char !== "," && char !== close) this.stop(`a comma or ${close}`);
    this.at++;
    return char === close;
  }

  private string(): string {
    const start = this.at++;
    while (this.text[this.at] !== '"') {
      if (this.text[this.at] === "\\") {
        if (!this.skip(ESCAPE)) this.stop("an escape that JSON knows");
      } else if (this.text.charCodeAt(this.at) >= 0x20) this.at++;
      else this.stop("the rest of the text and its closing quote");
    }
    this.at++;
    return JSON.parse(this.text.slice(start, this.at)) as string;
  }

  private skip(token: RegExp): boolean {
    token.lastIndex = this.at;
    const found = token.test(this.text);
    if (found) this.at = token.lastIndex;
    return found;
  }

  /** The character after any white space, "" at the end. */
  private next(): string {
    this.skip(SPACE);
    return this.text[this.at] ?? "";
  }

  private stop(expected: string): never {
    throw new Fault(this.at, expected);
  }
}

const SPACE = /[ \t\n\r]*/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function inWords(text: string, { at, expected }: Fault): string {
  const found = at < text.length ? `found ${shown(text.codePointAt(at)!)}` : "the body ends there";
  const says = `The body is not JSON at ${placeOf(text, at)}: expected ${expected}, but ${found}.`;
  const hint = hintFor(text, at, expected);
  return hint ? `${says} ${hint}` : says;
}

function shown(code: number): string {
  const char = String.fromCodePoint(code);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) ? `'${char}'` : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function hintFor(text: string, at: number, expected: string): string | undefined {
  const rest = text.slice(at, at + 10);
  if (/^[}\]]/.test(rest) && text.slice(0, at).trimEnd().endsWith(",")) return "Remove the comma before it.";
  if (expected.startsWith("the rest")) return rest ? "Write line breaks and tabs as \\n and \\t." : undefined;
  if (rest.startsWith("'")) return "Use double quotes.";
  if (/^(\/[/*]|#)/.test(rest)) return "JSON has no comments.";
  if (rest.startsWith("\ufeff")) return "Send it without a byte order mark.";
  if (/^(-?Infinity|NaN|undefined|None)/.test(rest)) return "Use null.";
  if (/^(True|False|TRUE|FALSE)/.test(rest)) return "Write true and false in small letters.";
  if (/^a (key|value)/.test(expected) && /^[\p{L}_$]/u.test(rest)) return "Names and text stand in double quotes.";
  return undefined;
}
