import { expect, test } from "vitest";
import { harmless } from "./harmless";

test("keeps what the editor writes", () => {
  const written = 'We are <b>closed</b> on<div><i>Friday</i>: <a href="https://example.com/?a=1&amp;b=2">why</a></div>';
  expect(harmless(written)).toBe(written);
});

test("takes the attributes from tags, and shows all others as text", () => {
  expect(harmless('<span style="x" onclick="y">a</span>')).toBe("<span>a</span>");
  expect(harmless("<img src=x onerror=alert(1)>")).toBe("&lt;img src=x onerror=alert(1)>");
  expect(harmless('<a href="javascript:alert(1)">x</a>')).toBe('&lt;a href="javascript:alert(1)">x</a>');
  expect(harmless('<a href="https://x" onclick=y>x</a>')).toBe('&lt;a href="https://x" onclick=y>x</a>');
  expect(harmless("<p/onclick=x>")).toBe("&lt;p/onclick=x>");
  expect(harmless("<b <img src=x onerror=y>")).toBe("&lt;b &lt;img src=x onerror=y>");
});
