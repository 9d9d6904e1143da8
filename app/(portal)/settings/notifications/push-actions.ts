"use server";

import { headers } from "next/headers";
import type { Subscription } from "@/components/push/actions";
import { deviceWords } from "@/lib/core/device-words";
import { action } from "@/lib/http/action";
import { allowDevice } from "@/lib/usecases/push/allow-device";
import { hideText as hideTextUseCase } from "@/lib/usecases/push/hide-text";
import { removeDevice } from "@/lib/usecases/push/remove-device";
import { renameDevice } from "@/lib/usecases/push/rename-device";
import { tryDevice } from "@/lib/usecases/push/try-device";

/** The device is named by what its browser says of itself, until its owner names it. */
export async function allow({ endpoint, keys }: Subscription) {
  const name = deviceWords((await headers()).get("user-agent") ?? "");
  return action(allowDevice)({ endpoint, keys, name });
}

export async function rename(id: string, name: string) {
  return action(renameDevice)({ id, name });
}

export async function remove(id: string) {
  return action(removeDevice)({ id });
}

export async function test(id: string) {
  return action(tryDevice)({ id });
}

export async function hideText(hidden: boolean) {
  return action(hideTextUseCase)({ hidden });
}
