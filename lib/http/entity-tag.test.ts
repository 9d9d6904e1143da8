import { expect, test } from "vitest";
import { entityTag, namesTag } from "./entity-tag";

const tag = entityTag("{}");

test("gives the same bytes the same strong tag, and others another", () => {
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  expect(entityTag("{}")).toBe(tag);
  expect(entityTag("{ }")).not.toBe(tag);
});

test("finds a tag alone, in a list and by a star, and no part of one", () => {
  for (const header of [tag, ` ${tag} `, `"a,b", ${tag}`, `"x",${tag},W/"y"`, "*"]) {
    expect(namesTag(header, tag, { weak: false }), header).toBe(true);
  }
  for (const header of ["", tag.slice(1, -1), tag.slice(0, -1), `"x${tag.slice(1)}`, '"*"', `"${tag}"x`.slice(1, 9)]) {
    expect(namesTag(header, tag, { weak: true }), header).toBe(false);
  }
});

test("takes a weak tag for reading again, and not for overwriting", () => {
  expect(namesTag(`W/${tag}`, tag, { weak: true })).toBe(true);
  expect(namesTag(`W/${tag}`, tag, { weak: false })).toBe(false);
});
