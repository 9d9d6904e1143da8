"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { mailLinkContext } from "@/lib/auth/mail-link-context";
import { answered } from "@/lib/http/action";
import { perform } from "@/lib/http/perform";
import { runtime } from "@/lib/runtime";
import { endMail } from "@/lib/usecases/mail/mail-end";

/** The button of the page that asks. It works before scripts run, and without them. */
export async function endThisMail(token: string): Promise<void> {
  const result = await answered(async () => {
    const opened = await mailLinkContext(token, await headers(), runtime());
    return opened && perform(endMail, opened.ctx, opened.link);
  });
  const page = `/unsubscribe/${encodeURIComponent(token)}/confirm`;
  redirect(result.ok ? page : `${page}?failed=1`);
}
