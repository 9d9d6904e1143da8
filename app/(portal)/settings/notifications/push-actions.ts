"use server";

import { headers } from "next/headers";
import type { Subscription } from "@/components/push/actions";
import { deviceWords } from "@/lib/core/device-words";
import { type ActionResult, action } from "@/lib/http/action";
import { allowDevice } from "@/lib/usecases/push/allow-device";
import { hideText } from "@/lib/usecases/push/hide-text";
import { removeDevice } from "@/lib/usecases/push/remove-device";
import { renameDevice } from "@/lib/usecases/push/rename-device";
import { tryDevice } from "@/lib/usecases/push/try-device";

export async function allow({ endpoint, keys }: Subscription) {
  const name = deviceWords((await headers()).get("user-agent") ?? "");
  return said(await action(allowDevice)({ endpoint, keys, name }));
}

export async function rename(id: string, name: string) {
  return said(await action(renameDevice)({ id, name }));
}

export async function remove(id: string) {
  return said(await action(removeDevice)({ id }));
}

export async function test(id: string) {
  const result = await action(tryDevice)({ id });
  return result.ok ? { ok: true as const, tried: result.value } : { ok: false as const, detail: result.detail };
}

export async function hide(hidden: boolean) {
  return said(await action(hideText)({ hidden }));
}

function said(result: ActionResult<unknown>) {
  if (result.ok) return { ok: true as const };
  return { ok: false as const, detail: result.errors?.[0]?.detail ?? result.detail };
}
