import fc from "fast-check";
import { expect, test } from "vitest";
import { isSafeLink } from "./event";
import { exampleTopic } from "./examples";
import { compileMessage, type Message, type TellableEvent } from "./message";
import type { Topic } from "./topic";

const ada = { id: "ada", name: "Ada", email: "ada@example.com" };
const grace = { user: "grace", name: "Grace" };
const subject = { type: "deal", id: "42", title: "ACME renewal", url: "https://crm.example/deals/42" };

function tell(topic: Partial<Topic>, event: TellableEvent = {}): Message {
  return compileMessage(exampleTopic(topic), event, { name: "CRM" }).render(ada)!;
}

test("says who did what to which record", () => {
  const message = tell(
    { body: "Stage: {{ data.stage }}, from {{ app.name }}" },
    { actor: grace, subject, data: { stage: "Won" } },
  );
  expect(message).toEqual({ title: "Grace moved ACME renewal", body: "Stage: Won, from CRM", url: subject.url });
});

test("speaks to each recipient where a template mentions them", () => {
  const { render } = compileMessage(
    exampleTopic({ title: "{{ recipient.name }}, {{ recipient.time_zone }}" }),
    {},
    null,
  );
  expect(render({ ...ada, timeZone: "Asia/Tokyo" })?.title).toBe("Ada, Asia/Tokyo");
  expect(render({ ...ada, name: "Bo", timeZone: null })?.title).toBe("Bo,");
});

test("renders once where no template mentions the recipient", () => {
  const { render } = compileMessage(exampleTopic(), { actor: grace, subject }, null);
  expect(render({ ...ada, id: "bo" })).toBe(render(ada));
});

test("takes the event's own words as words, not as templates", () => {
  const event = { title: "{{ recipient.name }} {% if %}", body: "100 % {{ sure", url: "/deals?q={{x}}" };
  expect(tell({}, event)).toEqual({ title: event.title, body: event.body, url: event.url });
});

test("makes the title one line that is never empty", () => {
  expect(tell({ title: "  a \n\t b\u0000 " }).title).toBe("a b");
  for (const title of ["", " \n ", "{{ data.missing }}", "{% if %}", "{{ data.bad }}"]) {
    expect(tell({ title, name: "Deal changed stage" }, { data: { bad: { toString: 1 } } }).title).toBe(
      "Deal changed stage",
    );
  }
});

test("is no message at all where one template is over its limits, for none of its readers (S12)", () => {
  const endless = "{% for i in (1..9999) %}{% endfor %}{{ recipient.name }}";
  for (const part of ["title", "body", "url"]) {
    const { render } = compileMessage(exampleTopic({ [part]: endless }), {}, null);
    expect([render(ada), render({ ...ada, id: "bo" })]).toEqual([null, null]);
  }
});

test("says nothing in place of a body or an address that cannot be rendered", () => {
  expect(tell({ title: "Hello", body: "{{ x | nope }}", url: "{% for %}" })).toEqual({
    title: "Hello",
    body: "",
    url: null,
  });
});

test("links only to what is safe, S8, S9", () => {
  for (const url of [
    "javascript:alert(1)",
    "//evil.example",
    "/\\evil",
    "data:text/html,x",
    "http:evil",
    "ftp://a.example",
  ]) {
    expect(tell({ url: "{{ data.url }}" }, { data: { url } }).url, url).toBeNull();
  }
  for (const url of ["https://a.example/x", "http://a.example", "mailto:a@example.com", "/n/1?x=1"]) {
    expect(tell({ url: " {{ data.url }} " }, { data: { url } }).url).toBe(url);
  }
  expect(tell({ url: `/${"x".repeat(2048)}` }).url).toBeNull();
});

test("cuts what is too long, but never through a character", () => {
  const title = tell({ title: "{{ data.text }}" }, { data: { text: `x${"😀".repeat(400)}` } }).title;
  expect(title.length).toBeLessThanOrEqual(500);
  expect(title).toMatch(/😀…$/u);
  expect(tell({ title: "x".repeat(500) }).title).toHaveLength(500);
  expect(tell({ body: "{{ data.text }}!{{ data.text }}" }, { data: { text: "y".repeat(5000) } }).body).toHaveLength(
    5000,
  );
});

test("always makes a storable message, whatever the data", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("javascript:x", "{{ actor }}", "\u202e", "x".repeat(700)),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof(text, fc.jsonValue())), (data) => {
      const { title, body, url } = tell({ title: "{{ data.a }}", body: "{{ data.b }}", url: "{{ data.c }}" }, { data });
      expect(title).toMatch(/^\S([^\n]*\S)?$/u);
      expect(title.length).toBeLessThanOrEqual(500);
      expect(body.length).toBeLessThanOrEqual(5000);
      expect(url === null || isSafeLink(url)).toBe(true);
    }),
  );
});
