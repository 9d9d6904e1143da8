import { z } from "zod";
import type { SecondPersonRule } from "@/lib/core/second-person";
import { needRole } from "../context";
import { verb } from "../use-case";
import { secondPersonRule } from "./second-person";

/** From how many people on a broadcast needs a second person now, and what comes later (S32); for super admins. */
export const readSecondPerson = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run({ db, workspaceId, now }): Promise<SecondPersonRule> {
    return secondPersonRule(db.read, workspaceId, now);
  },
});
