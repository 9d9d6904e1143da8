import { expect, test } from "./fixtures";

test("the page for developers shows commands, and the document is there for anybody (C1)", async ({ page, server }) => {
  await page.goto("/developers");
  await expect(page.getByRole("heading", { name: "Say what happened" })).toBeVisible();
  await expect(page.getByRole("article", { name: "Say what happened" })).toContainText(`${server.url}/api/v1/events`);
  const document = await page.request.get("/api/v1/openapi.json");
  expect((await document.json()).openapi).toBe("3.1.0");
});
