import { expect, test } from "./fixtures";

test("a topic that was changed holds for the very next event", async ({ person, api }) => {
  const ada = await person("Ada Lovelace");
  const topic = `at_once.${ada.id}`;
  for (const least of [0, 100, 0, 100]) {
    const words = { name: "At once", media: ["desktop"], default_on: ["desktop"], condition: `data.n > ${least}` };
    expect((await api.send("PUT", `/topics/${topic}`, words)).status).toBe(200);
    const id = await api.post({ topic, recipients: [{ user: ada.id }], data: { n: 1 } });
    const reason = async () => (await api.event(id)).decisions[0]?.channels[0]?.reason;
    await expect.poll(reason).toBe(least === 0 ? "delivered" : "condition_not_met");
  }
});
