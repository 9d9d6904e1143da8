import { afterAll, expect, test } from "vitest";
import { createApiKey } from "../access/create-api-key";
import { putUser } from "../directory/put-user";
import { startWorkspace } from "../testing";
import { checkChain } from "./check-chain";
import { listAudit } from "./list-audit";

const here = await startWorkspace();
afterAll(() => here.close());

const asBoss = () => {
  const ctx = here.asUser("boss");
  return { ...ctx, actor: { ...ctx.actor, role: "super_admin" as const } };
};
const list = async (filter: object = {}) => listAudit.run(asBoss(), listAudit.input.parse(filter));

test("S27: lists acts newest first, with what was before and after, by who, what, whom and when", async () => {
  await here.addUser("boss", { name: "Barbara Liskov" });
  here.pass(60_000);
  await here.addUser("ada");
  here.pass(60_000);
  const since = here.asApp().now.toISOString();
  await putUser.run(here.asApp(), { id: "ada", role: "admin" });
  const { rows } = await list();
  expect(rows.map(({ action, target }) => [action, target])).toEqual([
    ["user.update", "ada"],
    ["user.create", "ada"],
    ["user.create", "boss"],
  ]);
  expect(rows[0]).toMatchObject({ before: { role: "member" }, after: { role: "admin" }, address: "127.0.0.1" });
  expect((await list({ action: "user.create" })).rows).toHaveLength(2);
  expect((await list({ action: "user" })).rows).toHaveLength(3);
  expect((await list({ target: "ada" })).rows).toHaveLength(2);
  expect((await list({ actor: "key_test" })).rows).toHaveLength(3);
  expect((await list({ actor: "nobody" })).rows).toHaveLength(0);
  expect((await list({ since })).rows).toHaveLength(1);
  const first = await list({ limit: 2 });
  expect((await list({ limit: 2, cursor: first.nextCursor ?? undefined })).rows).toHaveLength(1);
});

test("S27: checks the chain from any entry on, and only super admins may", async () => {
  expect(await checkChain.run(asBoss(), { after: 0 })).toEqual({ checked: 3, broken: null, isOver: true });
  expect(await checkChain.run(asBoss(), { after: 2 })).toEqual({ checked: 3, broken: null, isOver: true });
  expect(await checkChain.run(asBoss(), { after: 9 })).toMatchObject({ broken: 9 });
  expect(() => checkChain.may(here.asUser("ada"), { after: 0 })).toThrow("nothing here");
});

test("names who acted, people and keys, beside their ids", async () => {
  const { id } = await createApiKey.run(asBoss(), { name: "Simla", scopes: ["directory:write"] });
  const app = here.asApp();
  await putUser.run({ ...app, actor: { ...app.actor, id } as typeof app.actor }, { id: "ada", role: "member" });
  const [byKey, byBoss] = (await list({ limit: 2 })).rows;
  expect(byKey).toMatchObject({ action: "user.update", actor: "Simla", actorId: `key:${id}` });
  expect(byBoss).toMatchObject({ action: "api_key.create", actor: "Barbara Liskov", actorId: "user:boss" });
});
