import { AppError } from "@/lib/app-error";
import { OwnTopic } from "@/lib/core/own-topic";
import { needRole } from "../context";
import { verb } from "../use-case";
import { putTopic } from "./put-topic";
import { isShipped } from "./shipped";
import type { TopicView } from "./topic-view";

/** Makes a topic of the workspace's own: as `putTopic`, but never in the place of another. */
export const createTopic = verb({
  input: OwnTopic,
  may: needRole("super_admin"),
  async run(ctx, said): Promise<TopicView> {
    if (isShipped(said.key)) refuseTaken();
    return putTopic.run({ ...ctx, precondition: (current) => current !== undefined && refuseTaken() }, said);
  },
});

function refuseTaken(): never {
  const detail = "There is a topic with this key already. Choose another.";
  throw new AppError("unprocessable", detail, { errors: [{ pointer: "/key", detail }] });
}
