import { expect, test } from "vitest";
import { isOwnOrigin } from "./origin";

const here = "https://bell.example.com";
const asks = (headers: Record<string, string>) => isOwnOrigin(new Headers(headers), here);

test("lets pages of the configured address act", () => {
  expect(asks({ origin: here })).toBe(true);
  expect(asks({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(asks({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" })).toBe(true);
});

test("lets nobody else act, whatever they say of themselves", () => {
  const others: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://other.example.com" },
    { origin: "http://bell.example.com" },
    { origin: "https://bell.example.com:8443" },
    { origin: "https://bell.example.com.evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://other.example.com", "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { referer: `${here}/inbox` },
  ];
  for (const headers of others) expect(asks(headers)).toBe(false);
});

test("on this machine, one port has one server behind it, whatever it is called", () => {
  const asksHere = (origin: string) => isOwnOrigin(new Headers({ origin }), "http://localhost:3000");
  for (const name of ["localhost", "127.0.0.1", "[::1]"]) expect(asksHere(`http://${name}:3000`)).toBe(true);
  for (const other of ["http://127.0.0.1:3001", "https://127.0.0.1:3000", "http://localhost.evil.example:3000", "null"])
    expect(asksHere(other)).toBe(false);
  expect(asks({ origin: "https://localhost" })).toBe(false);
});
