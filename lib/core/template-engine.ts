import { Context, type FilterImplOptions, ForTag, Liquid, TablerowTag, type Template } from "liquidjs";

/** What one rendering may use up (S12). All is counted, so that a template ends alike on a quick and on a busy machine. */
export const LIMITS = {
  /** Characters of a template. */
  source: 10_000,
  /** Characters that filters take in and values put out, and of the whole text. */
  memory: 65_536,
  /** Of all loops together. */
  turns: 1000,
  /** Characters of the template that are carried out, those within a loop at each turn, and items of lists that it names. */
  work: 50_000,
  /** Characters of one value: of a longer one, its beginning is read. */
  value: 10_000,
  /** Milliseconds; far more than the above allows. */
  time: 50,
} as const;

/** What an item of a list takes in a filter, beside the characters of what it is held against. */
const ITEM = 8;
/** What the shortest part of a template counts for, and an item of a list that an expression may go through. */
const PART = 10;
const COMPARED = 2;

/** That a rendering used up what it may. */
export class OverLimits extends Error {}

/** One rendering of a template: what it reads, and what it has left. */
export class Rendering extends Context {
  #turns: number = LIMITS.turns;
  #work: number = LIMITS.work;

  constructor(scope: object) {
    super(scope, engine.options, { sync: true }, { liquid: engine });
  }

  override readProperty(...args: Parameters<Context["readProperty"]>): unknown {
    const value = super.readProperty(...args);
    return typeof value === "string" && value.length > LIMITS.value ? value.slice(0, LIMITS.value) : value;
  }

  override *_getFromScope(...args: Parameters<Context["_getFromScope"]>): IterableIterator<unknown> {
    const value: unknown = yield super._getFromScope(...args);
    this.#spend(itemsOf(value) * COMPARED);
    return value;
  }

  /** Takes what these parts of the template cost, each time before they are carried out. */
  take(parts: Template[]): void {
    if (bodies.has(parts)) this.#turns--;
    if (this.#turns < 0) throw new OverLimits();
    this.#spend(lengthOf(parts));
  }

  #spend(work: number): void {
    this.#work -= work;
    if (this.#work < 0) throw new OverLimits();
  }
}

/** Liquid without other files, prototypes, and filters that read their arguments as templates. */
export const engine = new Liquid({
  ownPropertyOnly: true,
  strictFilters: true,
  templates: {},
  parseLimit: LIMITS.source,
  renderLimit: LIMITS.time,
  memoryLimit: LIMITS.memory,
  timezoneOffset: 0,
  locale: "en",
  outputEscape: putOut,
});
for (const tag of ["include", "render", "layout", "block"]) delete engine.tags[tag];
// The first would step around `putOut`; the others read a text as an expression, once an item.
for (const name of ["raw", ...Object.keys(engine.filters).filter((name) => name.endsWith("_exp"))]) {
  delete engine.filters[name];
}
engine.registerFilter("grouped", grouped);
for (const [name, filter] of Object.entries(engine.filters)) engine.registerFilter(name, measured(filter));

/** The insides of loops. */
const bodies = new WeakSet<Template[]>();
engine.registerTag(
  "for",
  class extends ForTag {
    constructor(...args: ConstructorParameters<typeof ForTag>) {
      super(...args);
      bodies.add(this.templates);
    }
  },
);
engine.registerTag(
  "tablerow",
  class extends TablerowTag {
    constructor(...args: ConstructorParameters<typeof TablerowTag>) {
      super(...args);
      bodies.add(this.templates);
    }
  },
);

const { renderer } = engine;
const renderTemplates = renderer.renderTemplates.bind(renderer);
renderer.renderTemplates = function* (parts, context, emitter) {
  (context as Rendering).take(parts);
  return yield* renderTemplates(parts, context, emitter);
};

const lengths = new WeakMap<Template[], number>();

function lengthOf(parts: Template[]): number {
  const known = lengths.get(parts);
  if (known !== undefined) return known;
  const length = parts.reduce((sum, { token }) => sum + Math.max(token.end - token.begin, PART), 0);
  lengths.set(parts, length);
  return length;
}

/** The same filter, which takes what it costs before it begins: not each of them counts, nor before it has worked. */
function measured(filter: FilterImplOptions): FilterImplOptions {
  const { handler, raw = false } = typeof filter === "function" ? { handler: filter } : filter;
  return {
    raw,
    handler(value, ...args) {
      const said = args.reduce((sum: number, arg) => sum + sizeOf(arg), 0);
      this.context.memoryLimit.use(Array.isArray(value) ? itemsOf(value) * (ITEM + said) : sizeOf(value) + said);
      return handler.call(this, value, ...args);
    },
  };
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? itemsOf(value) * ITEM : String(value).length;
}

/** Of a list, those of lists within it too. */
function itemsOf(value: unknown): number {
  return Array.isArray(value) ? value.reduce((sum: number, item) => sum + 1 + itemsOf(item), 0) : 0;
}

const THOUSANDS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A number as people read it: `31,400`. Anything else as it is. */
function grouped(value: unknown): unknown {
  return typeof value === "number" ? THOUSANDS.format(value) : value;
}

/** Keeps one value from filling the memory when a template repeats it. */
function putOut(this: { context: Context }, value: unknown): string {
  const text = (Array.isArray(value) ? value.join(", ") : String(value ?? "")).slice(0, LONGEST_OUTPUT);
  this.context.memoryLimit.use(text.length);
  return text;
}

/** Characters: what a body may have. */
const LONGEST_OUTPUT = 5000;
