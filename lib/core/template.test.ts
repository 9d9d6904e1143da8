import { expect, test } from "vitest";
import { parseTemplate, type Template } from "./template";

function template(source: string): Template {
  const parsed = parseTemplate(source);
  if ("error" in parsed) throw new Error(parsed.error);
  return parsed;
}

test("renders plain text without escaping it", () => {
  const scope = { data: { name: "<b>Tom & Jerry</b>", list: [1, "two"], none: null } };
  expect(template("{{ data.name }}|{{ data.list }}|{{ data.none }}{{ data.missing }}").render(scope)).toBe(
    "<b>Tom & Jerry</b>|1, two|",
  );
});

test("reads own properties only, S12", () => {
  const source = "{{ data.constructor.name }}{{ data.__proto__ }}{{ data.toString }}{{ constructor.constructor }}";
  expect(template(source).render({ data: {} })).toBe("");
});

test.each([
  '{{ data.list | map: "constructor" }}{{ data.list | map: "__proto__" }}',
  '{{ data["constructor"]["constructor"] }}{{ data["__proto__"]["polluted"] }}',
  '{% assign way = "constructor" %}{{ data[way][way] }}{{ [way] }}',
  '{{ data.list | where: "constructor" | size | minus: 0 | replace: "0", "" }}',
  "{{ data.list.constructor.prototype }}{{ data.text.constructor }}{{ data.text.toString }}",
  "{% for way in data.constructor %}{{ way }}{% endfor %}{{ data.hasOwnProperty }}{{ data.valueOf }}",
  '{% assign data.__proto__.polluted = "yes" %}{{ data.polluted }}',
])("%s reaches nothing, S12", (source) => {
  const parsed = parseTemplate(source);
  const said = "error" in parsed ? "" : parsed.render({ data: { list: [{}], text: "" } });
  expect(said?.trim() ?? "").toBe("");
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ['{% include "a" %}', 0],
  ['a {% render "a" %}', 2],
  ['{% layout "a" %}', 0],
  ["{{ x | nope }}", 0],
  ["{{ x | raw }}", 0],
  ["ab {% if x %}", 3],
  ["{{ x", 0],
  ["x".repeat(10_001), 0],
])("answers %j with a fault at its place", (source, position) => {
  expect(parseTemplate(source)).toEqual({ error: expect.stringMatching(/^[^:]\D*$|undefined filter/), position });
});

test("gives up on what would take too long or too much, S12", () => {
  expect(template("{% for i in (1..100000000) %}{{ i }}{% endfor %}").render({})).toBeNull();
  const deep = "{% for i in (1..3000) %}{% for j in (1..3000) %}{{ i }}{% endfor %}{% endfor %}";
  expect(template(deep).render({})).toBeNull();
  expect(template("{{ data.object }}").render({ data: { object: { toString: 1 } } })).toBeNull();
});

test("clips what one value may add", () => {
  const scope = { data: { long: "x".repeat(60_000), list: ["y".repeat(60_000)] } };
  expect(template("{{ data.long }}{{ data.list }}").render(scope)).toHaveLength(10_000);
});

test("knows whether it mentions the recipient", () => {
  expect(template("Hello {{ recipient.name }}").mentionsRecipient).toBe(true);
  expect(template("Hello {{ actor.name }}").mentionsRecipient).toBe(false);
});

test("groups the digits of a number, and leaves a text alone", () => {
  const scope = { data: { value: 31400, exact: 1240.5, text: "31400" } };
  expect(
    template("{{ data.value | grouped }} {{ data.exact | grouped }} {{ data.text | grouped }}").render(scope),
  ).toBe("31,400 1,240.5 31400");
});
