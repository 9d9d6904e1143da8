import { perform } from "@/lib/http/perform";
import { needGoodPassword } from "@/lib/usecases/access/password-input";
import { setPassword } from "@/lib/usecases/access/set-password";
import { putUser } from "@/lib/usecases/directory/put-user";
import type { Command } from "./command";

/** Makes a person, or changes what is given; a new password ends their sessions. */
export const userSet: Command = {
  options: ["id", "email", "name", "password", "role"],
  required: ["id"],
  async run(ctx, { id, email, name, password, role }) {
    // Before anything is written: what is half done is worse than what is refused.
    if (password !== undefined)
      needGoodPassword(
        password,
        [id, email, name].filter((known) => known !== undefined),
      );
    const user = await perform(putUser, ctx, { id, email, name, role });
    if (password !== undefined) await perform(setPassword, ctx, { id, password });
    const signIn = password === undefined ? "" : " The password is set.";
    return {
      json: { id: user.id, email: user.email },
      text: `${user.name} <${user.email}> is ${user.role.replace("_", " ")} under the id ${user.id}.${signIn}`,
    };
  },
};
