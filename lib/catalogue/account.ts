import { actorDid, amount, day, fact, facts, givenTitle, named, note, time } from "./phrases";
import { PERSONAL, RECORDED, section, topic } from "./topic";

export const logins = section("logins", "Login alert", "Unfamiliar or risky access to your account", [
  topic({
    key: "logins.risky",
    name: "Your account was accessed in an unfamiliar way",
    audience: ["self"],
    defaultOn: PERSONAL,
    required: RECORDED,
    urgency: "critical",
    allowOwnAction: true,
    title: `Your account was accessed in an unfamiliar way${named(": ")}`,
    body: facts(
      fact("Place", "data.place"),
      fact("Device", "data.device"),
      time("Time", "data.at"),
      note("If this was not you, change your password."),
    ),
  }),
]);

export const announcements = section(
  "announcements",
  "Announcements",
  "Messages from your admins and about your account",
  [
    topic({
      key: "broadcasts.message",
      name: "Message from an admin",
      defaultOn: PERSONAL,
      requirements: ["R88", "R91"],
      title: givenTitle(actorDid("sent you a message", "Message from an admin")),
      body: "{{ data.message }}",
    }),
    topic({
      key: "announcements.posted",
      name: "Important news about your account",
      defaultOn: PERSONAL,
      required: ["desktop"],
      sticky: true,
      requirements: ["R87"],
      title: givenTitle("Important news about your account"),
      body: "{{ data.message }}",
    }),
    topic({
      key: "account.support",
      name: "Message from support",
      defaultOn: RECORDED,
      required: ["email"],
      requirements: ["R54"],
      title: givenTitle(`Message from support${named(" about ")}`),
      body: "{{ data.message }}",
    }),
    topic({
      key: "account.billing",
      name: "Billing notice",
      defaultOn: RECORDED,
      required: ["email"],
      requirements: ["R54"],
      title: givenTitle(`Billing notice${named(": ")}`),
      body: `{% if data.message != blank %}{{ data.message }}{% else %}${owed()}{% endif %}`,
    }),
  ],
);

function owed(): string {
  return facts(amount("Amount", "data.amount"), day("Due", "data.due_on"));
}
