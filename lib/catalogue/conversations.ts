import { assigned, mentioned, merging } from "./kinds";
import { actorDid, fact, facts, named, quote, record } from "./phrases";
import { section, topic } from "./topic";

// A person gets this permission by opening the inbox for the first time (R72).
const permission = "inbox.opened";

export const calls = section("calls", "Calls", "Calls to your number", [
  topic({
    key: "calls.inbound_logged",
    name: "Incoming call logged",
    audience: ["owner"],
    title: actorDid(`called your number${named(": ")}`, `A call to your number was logged${named(": ")}`),
    body: facts(fact("From", "data.from"), fact("Duration", "data.duration"), quote("data.comment")),
  }),
]);

export const conversations = section(
  "conversations",
  "Chat and email conversations",
  "Conversations in the shared inbox",
  [
    assigned("a conversation", "conversations", {
      key: "conversations.assigned",
      name: "Conversation assigned to you",
      audience: ["assignee"],
      permission,
      body: facts(fact("From", "data.from"), quote("data.message")),
    }),
    merging("You were reassigned {{ notification.count | grouped }} conversations", {
      key: "conversations.reassigned",
      name: "Conversation reassigned to you",
      audience: ["assignee"],
      permission,
      title: actorDid(
        `reassigned ${record("a conversation")} to you`,
        `${record("A conversation")} was reassigned to you`,
      ),
      body: facts(fact("From", "data.from"), quote("data.message")),
    }),
    topic({
      key: "conversations.assigned_to_team",
      name: "Conversation assigned to a team you are in",
      audience: ["team"],
      permission,
      title: actorDid(
        `assigned ${record("a conversation")} to {{ data.team | default: "your team" }}`,
        `${record("A conversation")} was assigned to {{ data.team | default: "your team" }}`,
      ),
      body: facts(fact("From", "data.from"), quote("data.message")),
    }),
    topic({
      key: "conversations.replied",
      name: "New reply in a conversation",
      audience: ["assignee", "follower"],
      defaultOn: ["desktop", "mobile"],
      permission,
      title: actorDid(`replied in ${record("a conversation")}`, `New reply in ${record("a conversation")}`),
      body: facts(quote("data.message")),
    }),
    mentioned(`in ${record("a conversation")}`, {
      key: "conversations.mentioned",
      name: "You were mentioned in a conversation",
      permission,
    }),
    topic({
      key: "conversations.unassigned_created",
      name: "New unassigned conversation",
      audience: ["team"],
      permission,
      members: "main",
      title: actorDid(`started an unassigned conversation${named(": ")}`, `New unassigned conversation${named(": ")}`),
      body: facts(quote("data.message")),
    }),
  ],
);

export const comments = section("comments", "Comments", "Comments on what you are involved in", [
  topic({
    key: "comments.added",
    name: "Comment on something you are involved in",
    audience: ["owner", "commenter", "mentioned"],
    title: actorDid(
      `commented on ${record("something you are involved in")}`,
      `New comment on ${record("something you are involved in")}`,
    ),
    body: facts(quote("data.comment")),
  }),
  mentioned(`in a comment${named(" on ")}`, { key: "comments.mentioned", name: "You were mentioned in a comment" }),
]);

export const transcription = section("transcription", "Transcription and analysis", "Recorded calls", [
  topic({
    key: "transcription.term_found",
    name: "Tracked term found in a call",
    audience: ["owner"],
    title: `{% if data.term != blank %}“{{ data.term }}”{% else %}A tracked term{% endif %} came up in ${record("a call")}`,
    body: facts(quote("data.excerpt")),
  }),
  topic({
    key: "transcription.transcript_ready",
    name: "Transcript ready",
    audience: ["owner"],
    title: `The transcript of ${record("your call")} is ready`,
    body: facts(fact("Duration", "data.duration")),
  }),
  topic({
    key: "transcription.terms_ready",
    name: "Tracked terms ready for reporting",
    audience: ["creator", "owner"],
    title: `Your tracked terms${named(" for ")} are ready for reporting`,
    body: facts(fact("Calls", "data.calls")),
  }),
]);
