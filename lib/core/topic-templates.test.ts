import { expect, test } from "vitest";
import { exampleTopic } from "./examples";
import { sampleFor } from "./sample-event";
import { saidOn, TopicTemplates, trimTemplates, withTemplates } from "./topic-templates";

const topic = exampleTopic({ title: "{{ subject.title }} moved", body: "To {{ data.stage }}" });
const event = { subject: { type: "deal", id: "42", title: "ACME" }, data: { stage: "Won" } };
const recipient = { id: "ada", name: "Ada", email: "ada@example.com" };
const on = (medium: "email" | "desktop" | "mobile", templates: TopicTemplates) =>
  saidOn({ topic: withTemplates(topic, templates), medium, event, app: null, recipient });

test("R86: what is not worded stays as the topic has it", () => {
  const templates = TopicTemplates.parse({ title: "{{ subject.title }}!" });
  expect(withTemplates(topic, templates)).toMatchObject({
    title: "{{ subject.title }}!",
    body: topic.body,
    url: topic.url,
  });
  expect(withTemplates(topic, null)).toBe(topic);
});

test("a medium says in its own words what it words, and no more", () => {
  const templates = TopicTemplates.parse({ media: { email: { title: "{{ recipient.name }}: {{ subject.title }}" } } });
  expect(on("email", templates)).toEqual({ title: "Ada: ACME" });
  expect(on("mobile", templates)).toEqual({});
  expect(on("desktop", templates)).toEqual({});
});

test("what came with the event is said on every medium", () => {
  const worded = withTemplates(topic, TopicTemplates.parse({ media: { email: { title: "Other", body: "Own" } } }));
  const given = { ...event, title: "As posted" };
  expect(saidOn({ topic: worded, medium: "email", event: given, app: null, recipient })).toEqual({
    title: "As posted",
    body: "Own",
  });
});

test("templates that say nothing of their own are none", () => {
  expect(trimTemplates(TopicTemplates.parse({ media: { email: {}, apps: { title: null, body: null } } }))).toBeNull();
  const kept = trimTemplates(TopicTemplates.parse({ body: "", media: { mobile: { title: "Short" }, apps: {} } }));
  expect(kept).toEqual({ title: null, body: "", url: null, media: { mobile: { title: "Short", body: null } } });
});

test("what cannot be read is refused at its place", () => {
  const { error } = TopicTemplates.safeParse({ media: { email: { body: "Hello\n{% if %}" } } });
  expect(error?.issues[0]).toMatchObject({ path: ["media", "email", "body"] });
  expect(error?.issues[0]?.message).toMatch(/^Line 2, column 6: ./);
});

test("a sample has a value for every field that the templates mention", () => {
  const { data } = sampleFor({
    key: "vans.late",
    title: "{{ data.driver_name }}",
    body: "{{ data.minutes }} {{ data.due_at }}",
  });
  expect(data).toEqual({ driver_name: "Driver name", minutes: 42, due_at: "2026-12-01" });
});
