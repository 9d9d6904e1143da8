import { expect, test } from "vitest";
import { TopicTemplates, trimTemplates } from "@/lib/core/topic-templates";
import { draftOf, templatesOf } from "./template-draft";

const shipped = { title: "{{ subject.title }} moved", body: "To {{ data.stage }}", url: "{{ subject.url }}" };

test("templates that are opened and saved stay as they were", () => {
  const templates = TopicTemplates.parse({ title: "Moved", media: { email: { body: "Long" } } });
  const draft = draftOf({ shipped, templates });
  expect(draft).toMatchObject({ title: "Moved", body: shipped.body, media: { email: { title: "", body: "Long" } } });
  expect(trimTemplates(templatesOf(draft, shipped))).toEqual(trimTemplates(templates));
});

test("what is as in the topic is not stored; what says nothing is", () => {
  const draft = draftOf({ shipped, templates: null });
  expect(trimTemplates(templatesOf(draft, shipped))).toBeNull();
  expect(templatesOf({ ...draft, body: "" }, shipped)).toMatchObject({ title: null, body: "" });
});
