import { expect, test } from "vitest";
import { ensureNode } from "./ensure-node.mjs";

test.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("Node %s will do", (version) => {
  expect(() => ensureNode(version)).not.toThrow();
});

test.each(["18.20.8", "20.18.3"])("Node %s is told what to do", (version) => {
  expect(() => ensureNode(version)).toThrow(/needs Node 20\.19 or newer, and this is .*\nInstall/);
});
