import type { z } from "zod";
import { AppError } from "@/lib/app-error";
import { type Context, type Given, needUser, type UserContext } from "./context";

/** A verb: who may, what it takes, what it does. Adapters in `lib/http` run it. */
export interface UseCase<Input extends z.ZodType, Output> {
  input: Input;
  /** Asked before the input is looked at: who may not hears nothing of what is wrong with it (S3). */
  may(ctx: Context, given: Given): void;
  run(ctx: Context, input: z.output<Input>): Promise<Output>;
}

/** Names the types of a verb where it is written. */
export function verb<Input extends z.ZodType, Output>(made: UseCase<Input, Output>): UseCase<Input, Output> {
  return made;
}

/**
 * A verb that only a person can do, such as one about their own things: `run` is given the context of somebody who is
 * signed in. Throws `unauthorized` for whoever else `may` lets through.
 */
export function userVerb<Input extends z.ZodType, Output>({
  input,
  may,
  run,
}: Pick<UseCase<Input, Output>, "input" | "may"> & {
  run(ctx: UserContext, input: z.output<Input>): Promise<Output>;
}): UseCase<Input, Output> {
  return {
    input,
    may,
    async run(ctx, given) {
      needUser(ctx);
      return run(ctx, given);
    },
  };
}

/** An answer given before to the same `Idempotency-Key`: sent again as it was. */
export class Replay {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {}
}

/** A file, in pieces that are read as they are sent. */
export class Download {
  constructor(
    /** Of ASCII letters, without quotes. */
    readonly fileName: string,
    readonly mediaType: string,
    readonly parts: AsyncIterable<string>,
  ) {}
}

/** Unknown and foreign ids answer alike (S1). */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new AppError("not_found", `There is no such ${what}.`);
  return row;
}
