import { z } from "zod";
import type { Weekday } from "./local-time";
import { type EmailTiming, type QuietHours, SILENCEABLE, type WhileActive } from "./schedule";

// Apart from `schedule.ts`, which pages use too: what checks input stays on the server.

/** A time of the day: `08:00`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Use a time of the day, such as 08:00.");

const Day = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as Weekday)));

export const EmailTimingInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("at_once") }),
  z.strictObject({ kind: z.literal("unread_after"), minutes: z.int().min(1).max(1440) }),
  z.strictObject({ kind: z.literal("daily"), at: TimeOfDay }),
  z.strictObject({ kind: z.literal("weekly"), weekday: Day, at: TimeOfDay }),
]) satisfies z.ZodType<EmailTiming>;

export const QuietHoursInput = z
  .array(z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable())
  .length(7) satisfies z.ZodType<QuietHours>;

export const WhileActiveInput = z.record(z.enum(SILENCEABLE), z.boolean()) satisfies z.ZodType<WhileActive>;
