import type { Origin } from "@/lib/core/event";
import { assigned, mentioned } from "./kinds";
import { actorDid, fact, facts, givenTitle, quote, record, sums, time } from "./phrases";
import { PERSONAL, RECORDED, section, topic } from "./topic";

// Tasks that a program makes through the API tell nobody (R80).
const ignoreOrigins: Origin[] = ["api"];

export const tasks = section("tasks", "Tasks", "Your tasks and reminders", [
  assigned("a task", "tasks", {
    key: "tasks.assigned",
    name: "Task assigned to you",
    audience: ["assignee"],
    ignoreOrigins,
    requirements: ["R80"],
    body: facts(time("Due", "data.due_at"), quote("data.comment")),
  }),
  topic({
    key: "tasks.due",
    name: "Task due",
    audience: ["assignee"],
    defaultOn: PERSONAL,
    sticky: true,
    alignSeconds: 300,
    urgency: "high",
    allowOwnAction: true,
    requirements: ["R18", "R83"],
    title: `${record("A task")} is due`,
    body: facts(time("Due", "data.due_at"), quote("data.comment")),
  }),
  mentioned(`in a note on ${record("a task")}`, {
    key: "tasks.mentioned",
    name: "You were mentioned in a task note",
    ignoreOrigins,
  }),
  topic({
    key: "tasks.weekly_digest",
    name: "Weekly summary of your tasks",
    audience: ["self"],
    media: ["email"],
    defaultOn: [],
    digest: "weekly",
    allowOwnAction: true,
    requirements: ["R37"],
    title: "Your tasks this week",
    body: facts(fact("Due this week", "data.due"), fact("Overdue", "data.overdue"), fact("Done", "data.done"), sums()),
  }),
]);

export const workflows = section("workflows", "Workflows", "Workflow actions, reviews and enrolment changes", [
  topic({
    key: "workflows.action",
    name: "A workflow sent you a notification",
    defaultOn: RECORDED,
    title: givenTitle(`${record("A workflow")} sent you a notification`),
    body: "{{ data.message }}",
  }),
  topic({
    key: "workflows.needs_review",
    name: "A workflow needs review",
    audience: ["owner"],
    defaultOn: RECORDED,
    title: actorDid(`asks you to review ${record("a workflow")}`, `${record("A workflow")} needs review`),
    body: facts(fact("Reason", "data.reason")),
  }),
  topic({
    key: "workflows.friday_digest",
    name: "Enrolment changes, every Friday",
    audience: ["self", "owner"],
    media: ["email"],
    defaultOn: [],
    digest: "friday",
    allowOwnAction: true,
    requirements: ["R38"],
    title:
      "{% if data.topics.first.name != blank %}Your workflows this week{% else %}Enrolment changes in your workflows this week{% endif %}",
    body: facts(fact("Enrolled", "data.enrolled"), fact("Left", "data.left"), sums()),
  }),
]);
