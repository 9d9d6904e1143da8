import { expect, test } from "vitest";
import { columnFault, PEOPLE_COLUMNS, readCells, readHead } from "./people-file";

test("knows its columns whatever their order, case and spaces", () => {
  expect(readHead(["Time zone", " EMAIL ", "id"])).toEqual({ columns: ["time_zone", "email", "id"] });
});

test.each([
  [["id", "phone"], "“phone” is none of them: id, email, name"],
  [["id", "email", "E-mail"], "“e_mail” is none of them"],
  [["id", "name", "Name"], "The column name is there twice."],
  [["name", "email"], "The column id is missing"],
  [[""], "“” is none of them"],
])("says what is wrong with the first row %j", (cells, words) => {
  expect(readHead(cells)).toEqual({ fault: expect.stringContaining(words) });
});

test("takes what cells say, and leaves out the empty ones", () => {
  expect(readCells(PEOPLE_COLUMNS, ["u1", "", " Ada ", "Super admin", "", "en", "a.b, c.d", "No"])).toEqual({
    id: "u1",
    name: "Ada",
    role: "super_admin",
    locale: "en",
    permissions: ["a.b", "c.d"],
    active: false,
  });
  expect(readCells(["id", "active"], ["u1", "perhaps"])).toEqual({ id: "u1", active: "perhaps" });
  expect(readCells(["id", "name"], ["u1"])).toEqual({ id: "u1" });
});

test("says of a row with too many cells how to mend it, and forgives empty ones", () => {
  expect(readCells(["id"], ["u1", "Lovelace, Ada"])).toEqual({
    column: null,
    detail: expect.stringContaining("2 cells"),
  });
  expect(readCells(["id"], ["u1", " ", ""])).toEqual({ id: "u1" });
});

test("takes back what our own files put before a formula, and nothing else", () => {
  expect(readCells(["id", "name"], ["'=u1", "'Ada"])).toEqual({ id: "=u1", name: "'Ada" });
});

test("has words for each column", () => {
  for (const column of PEOPLE_COLUMNS) expect(columnFault(column).detail).not.toBe("Mend this.");
});
