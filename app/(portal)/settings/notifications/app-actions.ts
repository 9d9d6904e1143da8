"use server";

import { revalidatePath } from "next/cache";
import type { App } from "@/lib/core/app-view";
import { type ActionResult, action } from "@/lib/http/action";
import { connectApp as connect } from "@/lib/usecases/connections/connect-app";
import { disconnectApp as disconnect } from "@/lib/usecases/connections/disconnect-app";
import { removeSlack as remove } from "@/lib/usecases/connections/remove-slack";
import { rotateSecret as rotate } from "@/lib/usecases/connections/rotate-secret";
import { setUpSlack as setUp } from "@/lib/usecases/connections/set-up-slack";
import { tryApp } from "@/lib/usecases/connections/try-app";

export async function connectApp(app: App, address: string) {
  const result = shown(await action(connect)({ app, address }));
  return result.ok ? { ok: true as const, secret: result.value.secret } : refused(result);
}

export async function testApp(id: string) {
  const result = shown(await action(tryApp)({ id }));
  return result.ok ? { ok: true as const, tried: result.value } : refused(result);
}

export async function rotateSecret(id: string) {
  const result = shown(await action(rotate)({ id }));
  return result.ok ? { ok: true as const, secret: result.value.secret } : refused(result);
}

export async function disconnectApp(id: string) {
  return answer(shown(await action(disconnect)({ id })));
}

export async function setUpSlack(token: string) {
  return answer(shown(await action(setUp)({ token })));
}

export async function removeSlack() {
  return answer(shown(await action(remove)({})));
}

/** The page is made anew with the answer: it shows how the connections stand now. */
function shown<T>(result: ActionResult<T>): ActionResult<T> {
  revalidatePath("/settings/notifications/[tab]", "page");
  return result;
}

function answer<T>(result: ActionResult<T>) {
  return result.ok ? { ok: true as const } : refused(result);
}

function refused({ detail, errors }: { detail: string; errors?: { detail: string }[] }) {
  return { ok: false as const, detail: errors?.[0]?.detail ?? detail };
}
