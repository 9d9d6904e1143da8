import type { Metadata } from "next";
import { Check } from "@/components/check/check";
import { requireUser } from "@/lib/auth/context";
import { perform } from "@/lib/http/perform";
import { checkMyNotifications } from "@/lib/usecases/check/check-my-notifications";
import { pushProps } from "../push-props";
import { tryApp, tryEmail } from "./actions";

export const metadata: Metadata = { title: "Check my notifications" };

/** Does it reach me, and if not, why (R92)? */
export default async function CheckPage() {
  const ctx = await requireUser();
  const view = await perform(checkMyNotifications, ctx, {});
  return <Check view={view} push={await pushProps(ctx)} actions={{ tryEmail, tryApp }} now={ctx.now.toISOString()} />;
}
