import { expect, test } from "vitest";
import { textOf } from "@/lib/core/body-text";
import { cleanBody } from "./clean-body";

test("keeps the tags that are allowed, and their text", () => {
  const body =
    '<p>We <b>move</b> on <em>Friday</em>.</p><p>See <a href="https://example.com/a?b=1&amp;c=2">the plan</a></p>';
  expect(cleanBody(body)).toEqual({ html: body, text: "We move on Friday.\n\nSee the plan" });
});

test("lines without tags stay lines", () => {
  expect(cleanBody("One\nTwo <b>2</b>\n3 < 4 & 5")).toEqual({
    html: "One<br />Two <b>2</b><br />3 &lt; 4 &amp; 5",
    text: "One\nTwo 2\n3 < 4 & 5",
  });
});

test("S8: nothing that runs, loads or styles is left", () => {
  const attacks = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b onclick=alert(1) style='position:fixed'>x</b>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='/admin'>x</a>",
    '<a href="https://a.example" onmouseover="alert(1)" target="_top" style="x">x</a>',
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<form action=//evil><input type=submit>",
    "<<b>script>alert(1)<</b>/script>",
    "<p<script>alert(1)</script>>x</p>",
    "<div><noscript><p title='</noscript><img src=x onerror=alert(1)>'></div>",
  ];
  for (const attack of attacks) {
    const { html } = cleanBody(attack);
    const tags = html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags)
      expect(tag, attack).toMatch(/^<\/?(b|i|strong|em|br \/|span|div|p|a( href="https:\/\/a\.example")?)>$/);
  }
});

test.each([
  "https://bank.example@evil.example",
  "https://bank.example:login@evil.example/",
  "https://bank.example&#64;evil.example",
  "HTTPS://:x@evil.example",
  "http://bank.example\\@evil.example",
  "https:///evil.example",
  "https:evil.example",
  "https://bank.example&#10;.evil.example",
])("S9: of a link to %s, which leads where it does not say, only the words are left", (href) => {
  expect(cleanBody(`See <a href="${href}">the <b>bank</b></a>`)).toEqual({
    html: "See <span>the <b>bank</b></span>",
    text: "See the bank",
  });
});

test.each(["https://example.com/a@b?c=d@e#f", "mailto:ada@example.com?subject=Friday"])(
  "a link to %s stays",
  (href) => {
    expect(cleanBody(`<a href="${href}">it</a>`).html).toBe(`<a href="${href}">it</a>`);
  },
);

test("cleaning what is clean changes nothing", () => {
  const { html } = cleanBody('<div>a<br>b</div><script>x</script><i>c</i> &lt;b&gt; "q"');
  expect(cleanBody(html).html).toBe(html);
});

test("the text of a mail names where its links lead", () => {
  const html = 'Read <a href="https://a.example/x">the plan</a> or <a href="https://b.example">https://b.example</a>';
  expect(textOf(html, { links: true })).toBe("Read the plan (https://a.example/x) or https://b.example");
});
