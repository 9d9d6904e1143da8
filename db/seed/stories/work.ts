import { CUSTOMERS } from "../customers";
import { TEAMS } from "../groups";
import { PEOPLE } from "../people";
import { record } from "../records";
import type { Teller } from "../teller";
import { COMMENTS, MENTIONS, TASKS } from "../words";
import { afterWork, everyWeek, workMoment } from "../work-time";
import { mention } from "./mention";

const PROJECTS = [
  ["New racks in hall 3", "sander", ["ewa", "henrik", "mohamed"]],
  ["Move to the new order portal", "tomasz", ["meiling", "samuel", "amina", "joris"]],
  ["New catalogue", "camille", ["mila", "oskar", "lotte"]],
  ["Recall of harness batch H-77", "linnea", ["amina", "agnes", "nils"]],
  ["Next price list", "beatrice", ["nils", "lotte", "maarten"]],
] as const;

/** Tasks that are handed out and fall due, and the Friday and Monday summaries, which are email only. */
export function tasks({ start, chance, tell }: Teller): void {
  const doers = [...TEAMS.SELLERS, ...TEAMS.HELPERS, ...TEAMS.BOOKKEEPERS, ...TEAMS.PACKERS, "maarten"];
  for (let number = 0; number < 130; number++) {
    const [from, to] = chance.pickTwo(doers);
    const subject = record("task", 9400 + number, `${chance.pick(TASKS)}, ${chance.pick(CUSTOMERS).name}`);
    const at = workMoment(start, chance);
    const due = afterWork(at, 30, chance);
    const due_at = new Date(Math.ceil(due.getTime() / 900_000) * 900_000).toISOString();
    const isOwn = chance.maybe(0.4);
    tell(at, "crm", {
      topic: "tasks.assigned",
      recipients: [{ user: to, as: "assignee" }],
      actor: { user: isOwn ? to : from },
      subject,
      data: { due_at, comment: chance.maybe(0.3) ? chance.pick(COMMENTS) : undefined },
      // What the nightly job creates tells nobody (R80).
      origin: chance.maybe(0.9) ? "ui" : "api",
    });
    if (chance.maybe(0.7)) {
      tell(new Date(due_at), "crm", {
        topic: "tasks.due",
        recipients: [{ user: to, as: "assignee" }],
        subject,
        data: { due_at },
      });
    }
    if (chance.maybe(0.15) && !isOwn) {
      const line = chance.pick(MENTIONS);
      tell(afterWork(at, 4, chance), "crm", mention("tasks.mentioned", subject, { from: to, to: from, line }));
    }
  }
  for (const at of everyWeek(start, 1, 5 * 60)) {
    for (const { id } of PEOPLE.slice(0, 12)) {
      const data = { due: chance.whole(1, 9), overdue: chance.whole(0, 3), done: chance.whole(2, 14) };
      tell(at, "crm", {
        topic: "tasks.weekly_digest",
        recipients: [{ user: id, as: "self" }],
        data,
        origin: "automation",
      });
    }
  }
}

export function projects({ start, chance, tell }: Teller): void {
  for (const [index, [title, lead, team]] of PROJECTS.entries()) {
    const subject = record("project", 70 + index, title);
    for (let step = 0; step < 7; step++) {
      const [from, to] = chance.pickTwo([lead, ...team]);
      const at = workMoment(start, chance);
      if (step % 3 === 2) {
        const line = chance.pick(MENTIONS.slice(8));
        tell(at, "crm", mention("general.project_mentioned", subject, { from, to, line }));
        continue;
      }
      tell(at, "crm", {
        topic: "general.project_updated",
        recipients: team.map((user) => ({ user, as: "assignee" })),
        actor: { user: from },
        subject,
        data: {
          changes: chance.pick(["end date", "budget", "two new tasks", "status: on track", "status: at risk"]),
          comment: chance.maybe(0.5) ? chance.pick(COMMENTS) : undefined,
        },
      });
    }
  }
}

export function workflows({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 24; number++) {
    const customer = CUSTOMERS[(number * 3 + 8) % CUSTOMERS.length]!;
    const company = record("company", customer.id, customer.name);
    const recipients = [{ user: customer.owner, as: "owner" }];
    const at = workMoment(start, chance);
    tell(at, "crm", {
      topic: "workflows.action",
      recipients,
      subject: company,
      data: {
        title: `${customer.name} has not ordered for ${chance.whole(45, 120)} days`,
        message: "Usually they order every six weeks. Call before the price list changes.",
      },
      origin: "automation",
    });
    const other = chance.pick(CUSTOMERS.filter((one) => one.owner === customer.owner && one !== customer));
    const topic = chance.pick(["contacts.duplicate_found", "general.record_linked", "general.record_activity"]);
    tell(afterWork(at, 12, chance), "crm", {
      topic,
      recipients,
      actor: topic === "contacts.duplicate_found" ? undefined : { user: chance.pick(TEAMS.HELPERS) },
      subject: company,
      data: {
        duplicate_of: `${customer.name} (${customer.city})`,
        matched_by: "VAT number",
        linked_to: other.name,
        activity: "Visit on site",
        comment: chance.pick(COMMENTS),
      },
    });
  }
  for (const at of everyWeek(start, 5, 14 * 60)) {
    const data = { enrolled: chance.whole(8, 60), left: chance.whole(1, 20) };
    const recipients = ["camille", "maarten", "ingrid"].map((user) => ({ user, as: "self" }));
    tell(at, "crm", { topic: "workflows.friday_digest", recipients, data, origin: "automation" });
  }
  tell(workMoment(start, chance, 8, 2), "crm", {
    topic: "workflows.needs_review",
    recipients: [{ user: "camille", as: "owner" }],
    subject: record("workflow", 12, "Welcome series, new customers"),
    data: { reason: "Two of its emails name a discontinued glove." },
  });
}
