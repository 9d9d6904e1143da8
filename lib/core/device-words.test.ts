import { expect, test } from "vitest";
import { deviceWords } from "./device-words";

test("names browser and system", () => {
  const known = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0": "Firefox on Windows",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15":
      "Safari on Mac",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36":
      "Chrome on Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1":
      "Chrome on iPhone",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0":
      "Edge on Windows",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36":
      "Headless Chrome on Linux",
  };
  for (const [userAgent, words] of Object.entries(known)) expect(deviceWords(userAgent)).toBe(words);
});

test("says no more than it knows", () => {
  expect(deviceWords("")).toBe("A browser");
  expect(deviceWords("<script>alert(1)</script>")).toBe("A browser");
  expect(deviceWords("curl/8.14.1")).toBe("curl");
});
