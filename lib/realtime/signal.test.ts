import { expect, test } from "vitest";
import { channelOf } from "./signal";

const WORKSPACE = "wsp_0198f6a0-7c11-7d3e-9f00-2b6c51a0d9e4";

test("names the workspace in the channel and hides the user", () => {
  expect(channelOf(WORKSPACE, "anna@example.com")).toMatch(new RegExp(`^private-${WORKSPACE}-[0-9a-f]{32}$`));
});

test("gives any user id a name that the protocol takes", () => {
  expect(channelOf(WORKSPACE, `${"ü".repeat(120)} /#\n`)).toMatch(/^[\w\-=@,.;]{1,164}$/);
});

test("gives one user id in two workspaces two channels", () => {
  expect(channelOf("wsp_a", "anna").split("-").at(-1)).not.toBe(channelOf("wsp_b", "anna").split("-").at(-1));
});
