import { type ASTNode, Environment, type ParseResult } from "@marcbachmann/cel-js";
import { withJsonNumbers } from "./json-numbers";

/** What a condition may speak of. Absent parts are empty, so that `has(actor.user)` can be asked. */
export interface ConditionScope {
  data: Record<string, unknown>;
  subject: object;
  actor: object;
  origin: string;
  /** `id`, `email`, `name`, `role`, `permissions`, `relations`. */
  recipient: object;
}

export interface Condition {
  source: string;
  /** False means that one evaluation serves every recipient of the event. */
  mentionsRecipient: boolean;
  /** Never throws: a missing field, null or a wrong type is "not met" (R66 to R70, A15). */
  isMet(scope: ConditionScope): boolean;
}

/** `position` counts characters from the start of the source. */
export interface ConditionFault {
  error: string;
  position: number;
}

/** Reads a CEL expression once; the same source is answered from memory. Answers a fault, for a 422, instead of throwing. */
export function compileCondition(source: string): Condition | ConditionFault {
  const known = compiled.get(source);
  if (known) return known;
  const result = compile(source);
  if (compiled.size >= 1000) compiled.clear();
  compiled.set(source, result);
  return result;
}

const compiled = new Map<string, Condition | ConditionFault>();

const language = withJsonNumbers(
  new Environment({
    limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 },
  })
    .registerVariable("data", "map")
    .registerVariable("subject", "map")
    .registerVariable("actor", "map")
    .registerVariable("origin", "string")
    .registerVariable("recipient", "map"),
);

function compile(source: string): Condition | ConditionFault {
  const evaluate = parse(source);
  if ("error" in evaluate) return evaluate;
  const { valid, type, error } = evaluate.check();
  if (!valid) return faultOf(error);
  if (type !== "bool" && type !== "dyn")
    return { error: `A condition is true or false; this is ${type}.`, position: 0 };
  const costly = findCostly(evaluate.ast);
  if (costly) return costly;
  return {
    source,
    mentionsRecipient: mentions(evaluate.ast, "recipient"),
    isMet: (scope) => {
      try {
        return evaluate(scope) === true;
      } catch {
        return false;
      }
    },
  };
}

function parse(source: string): ParseResult | ConditionFault {
  try {
    return language.parse(source);
  } catch (error) {
    return faultOf(error);
  }
}

const LOOPS = new Set(["all", "exists", "exists_one", "map", "filter"]);

/** What one hostile event could make slow: backtracking patterns, and a loop or a search inside a loop. */
function findCostly(node: ASTNode, inLoop = false): ConditionFault | undefined {
  const position = node.range.start;
  if (inLoop && node.op === "in" && node.args[1].op !== "list")
    return { error: "A search in a list cannot stand inside a loop.", position };
  if (node.op !== "rcall") return firstFault(children(node), inLoop);
  const [name, receiver, args] = node.args;
  const isLoop = LOOPS.has(name);
  if (name === "matches")
    return { error: "Use contains, startsWith or endsWith: patterns are not available.", position };
  if (isLoop && inLoop) return { error: "A loop cannot stand inside another loop.", position };
  return findCostly(receiver, inLoop) ?? firstFault(args, inLoop || isLoop);
}

function firstFault(nodes: ASTNode[], inLoop: boolean): ConditionFault | undefined {
  for (const node of nodes) {
    const fault = findCostly(node, inLoop);
    if (fault) return fault;
  }
}

function mentions(node: ASTNode, name: string): boolean {
  return (node.op === "id" && node.args === name) || children(node).some((child) => mentions(child, name));
}

/** The nodes among a node's arguments, however deep the lists they stand in. */
function children(node: ASTNode): ASTNode[] {
  return [node.args].flat(3).filter((one): one is ASTNode => typeof one === "object" && one !== null && "op" in one);
}

function faultOf(error: unknown): ConditionFault {
  const { summary, range } = (error ?? {}) as { summary?: string; range?: { start: number } };
  return { error: summary ?? "This cannot be read.", position: range?.start ?? 0 };
}
