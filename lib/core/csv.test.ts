import { expect, test } from "vitest";
import { csvLine } from "./csv";

test("quotes what would end a cell, and leaves nothing for a spreadsheet to run", () => {
  expect(csvLine(["Ada", 3, null, 'says "hi", twice'])).toBe('Ada,3,,"says ""hi"", twice"\r\n');
  expect(csvLine(["=1+1", "@x", "-3", "+4", "a\nb", -3])).toBe("'=1+1,'@x,'-3,'+4,\"a\nb\",-3\r\n");
});
