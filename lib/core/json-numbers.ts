import type { Environment } from "@marcbachmann/cel-js";

const SIGNS: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};

/**
 * CEL that reckons with the numbers of JSON. They are doubles to it, and of its own it knows no sum of a double and a whole
 * number: `data.value * 2 > 100` would never be met, and nobody would hear why.
 */
export function withJsonNumbers(language: Environment): Environment {
  for (const [sign, reckon] of Object.entries(SIGNS)) {
    const mixed = (a: number | bigint, b: number | bigint) => reckon(Number(a), Number(b));
    language.registerOperator(`double ${sign} int: double`, mixed);
    language.registerOperator(`int ${sign} double: double`, mixed);
  }
  // Of two doubles CEL takes no remainder.
  return language.registerOperator("double % double: double", (a: number, b: number) => a % b);
}
