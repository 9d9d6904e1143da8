import { expect, test } from "vitest";
import { readCsv } from "./read-csv";

async function all(text: string) {
  const records = [];
  for await (const record of readCsv(text)) records.push(record);
  return records;
}

test("reads quotes, line ends within cells and a byte order mark, and counts empty lines", async () => {
  expect(await all('\u{feff}id,name\r\nu1,"Lovelace, ""Ada""\nCountess"\r\n\r\n,\r\nu2,Åsa')).toEqual([
    { number: 1, cells: ["id", "name"] },
    { number: 2, cells: ["u1", 'Lovelace, "Ada"\nCountess'] },
    { number: 5, cells: ["u2", "Åsa"] },
  ]);
});

test.each([
  ["semicolons", "id;name\nu1;A,B"],
  ["tabs", "id\tname\nu1\tA,B"],
])("takes files divided by %s, as spreadsheets of some languages write them", async (_, text) => {
  expect((await all(text))[1]?.cells).toEqual(["u1", "A,B"]);
});

test.each([
  ['id,name\nu1,"Ada\nu2,Bo', "never closed"],
  ['id,name\nu1,Ada "Countess" L', "Row 2 has a quote within a cell"],
])("says where %j cannot be read, and how to mend it", async (text, words) => {
  await expect(all(text)).rejects.toMatchObject({ code: "unprocessable", detail: expect.stringContaining(words) });
});

test("reads what is cut between slices", async () => {
  const text = `id,name\n${Array.from({ length: 20_000 }, (_, at) => `u${at},Åsa 🔔`).join("\n")}`;
  const records = await all(text);
  expect(records).toHaveLength(20_001);
  expect(new Set(records.slice(1).map(({ cells }) => cells[1]))).toEqual(new Set(["Åsa 🔔"]));
});
