import type { Page, Response } from "@playwright/test";

/** The answer to the next change that the page at `path` sends. It posts other things too: that one is active, or `[]` to read. */
export function changeSaved(page: Page, path: string): Promise<Response> {
  return page.waitForResponse((response) => {
    const posted = response.request().postData() ?? "[]";
    return posted !== "[]" && new URL(response.url()).pathname === path && response.ok();
  });
}
