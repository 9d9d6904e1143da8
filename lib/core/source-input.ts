import { z } from "zod";
import { compileCondition } from "./condition";
import { parseTemplate } from "./template";

/** Liquid of at most so many characters; what cannot be read is refused with its place. */
export function TemplateInput(most: number) {
  return z.string().max(most).superRefine(refuseTemplate);
}

/** CEL; what cannot be read is refused with its place. */
export const ConditionInput = z.string().min(1).max(4000).superRefine(refuseCondition);

/** A fault within a text, in words. `position` counts characters from the start; in words, line and column do from 1. */
export function faultWords(source: string, { error, position }: { error: string; position: number }): string {
  const before = source.slice(0, position).split("\n");
  return `Line ${before.length}, column ${before.at(-1)!.length + 1}: ${error}`;
}

function refuseTemplate(source: string, ctx: z.RefinementCtx<string>): void {
  const read = parseTemplate(source);
  if ("error" in read) ctx.addIssue(faultAt(source, read));
}

function refuseCondition(source: string, ctx: z.RefinementCtx<string>): void {
  const read = compileCondition(source);
  if ("error" in read) ctx.addIssue(faultAt(source, read));
}

function faultAt(source: string, fault: { error: string; position: number }) {
  return { code: "custom" as const, message: faultWords(source, fault), params: { position: fault.position } };
}
