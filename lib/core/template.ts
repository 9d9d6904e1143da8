import type { LiquidError, Template as LiquidTemplate } from "liquidjs";
import { engine, LIMITS, OverLimits, Rendering } from "./template-engine";

/** What a rendering answers that used up what it may (S12). */
export const OVER_LIMITS = Symbol("over limits");

export interface Template {
  /** False means that one rendering serves every recipient of the event. */
  mentionsRecipient: boolean;
  /** Plain text, not escaped for any channel; null when it cannot be rendered of this. Never throws, and ends in time. */
  render(scope: object): Rendered;
}

export type Rendered = string | null | typeof OVER_LIMITS;

/** `position` counts characters from the start of the source. */
export interface TemplateFault {
  error: string;
  position: number;
}

/** Reads a Liquid template once; the same source is answered from memory. Answers a fault, for a 422, instead of throwing. */
export function parseTemplate(source: string): Template | TemplateFault {
  const known = parsed.get(source);
  if (known) return known;
  const result = parse(source);
  if (parsed.size >= 1000) parsed.clear();
  parsed.set(source, result);
  return result;
}

const parsed = new Map<string, Template | TemplateFault>();

function parse(source: string): Template | TemplateFault {
  try {
    const template = engine.parse(source);
    if (!/\{[{%]/.test(source)) return { mentionsRecipient: false, render: () => source };
    return {
      mentionsRecipient: source.includes("recipient"),
      render: (scope) => render(template, scope),
    };
  } catch (error) {
    return faultOf(error as LiquidError);
  }
}

/** Once more where the time was up: the wall clock runs on while a busy machine does something else. */
function render(template: LiquidTemplate[], scope: object, tries = 2): Rendered {
  try {
    const text: string = engine.renderSync(template, new Rendering(scope));
    return text.length > LIMITS.memory ? OVER_LIMITS : text;
  } catch (error) {
    const { originalError: cause = error as Error } = error as Partial<LiquidError>;
    if (cause.message.startsWith("template render limit")) return tries > 1 ? render(template, scope, 1) : OVER_LIMITS;
    const isOver = cause instanceof OverLimits || cause instanceof RangeError || /limit exceeded$/.test(cause.message);
    return isOver ? OVER_LIMITS : null;
  }
}

function faultOf({ message, originalError, token }: Partial<LiquidError>): TemplateFault {
  const error = originalError?.message ?? message?.replace(/, line:\d+, col:\d+.*$/s, "") ?? "This cannot be read.";
  return { error, position: token?.begin ?? 0 };
}
