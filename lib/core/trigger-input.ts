import { z } from "zod";
import { compileCondition } from "./condition";
import { ExternalId } from "./event";
import { ConditionInput } from "./source-input";

const Key = z.string().min(1, "Choose a topic.").max(120);

const Said = z.strictObject({
  name: z.string().trim().min(1, "Give it a name.").max(120),
  topic: Key,
  condition: ConditionInput.superRefine(refuseRecipient).nullable().default(null),
  raises: Key,
  relations: z.array(z.string().min(1).max(64)).max(50).default([]),
  groups: z.array(ExternalId).max(50).default([]),
});

/** A trigger as a super admin writes it. */
export const TriggerInput = Said.superRefine(refuseNobody);
export type TriggerInput = z.output<typeof TriggerInput>;

/** One in the place of another. */
export const TriggerChange = Said.extend({ id: z.string().max(100) }).superRefine(refuseNobody);

/** One to be tried on the last so many events of its topic. */
export const TriggerToTry = Said.extend({ last: z.number().int().min(1).max(200).default(50) }).superRefine(
  refuseNobody,
);

function refuseNobody({ relations, groups }: z.output<typeof Said>, ctx: z.RefinementCtx): void {
  if (relations.length + groups.length > 0) return;
  ctx.addIssue({ code: "custom", path: ["relations"], message: "Say who is told: a relation, a group, or everybody." });
}

function refuseRecipient(source: string, ctx: z.RefinementCtx<string>): void {
  const read = compileCondition(source);
  if ("error" in read || !read.mentionsRecipient) return;
  ctx.addIssue({ code: "custom", message: "A trigger asks about the event: there is no recipient yet." });
}
