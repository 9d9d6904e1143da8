"use server";

import { revalidatePath } from "next/cache";
import type { App } from "@/lib/core/app-view";
import { type ActionResult, action } from "@/lib/http/action";
import { connectApp as connectUseCase } from "@/lib/usecases/connections/connect-app";
import { disconnectApp as disconnectUseCase } from "@/lib/usecases/connections/disconnect-app";
import { removeSlack as removeSlackUseCase } from "@/lib/usecases/connections/remove-slack";
import { rotateSecret as rotateUseCase } from "@/lib/usecases/connections/rotate-secret";
import { setUpSlack as setUpSlackUseCase } from "@/lib/usecases/connections/set-up-slack";
import { tryApp } from "@/lib/usecases/connections/try-app";

export async function connectApp(app: App, address: string) {
  return shown(await action(connectUseCase)({ app, address }));
}

export async function testApp(id: string) {
  return shown(await action(tryApp)({ id }));
}

export async function rotateSecret(id: string) {
  return shown(await action(rotateUseCase)({ id }));
}

export async function disconnectApp(id: string) {
  return shown(await action(disconnectUseCase)({ id }));
}

export async function setUpSlack(token: string) {
  return shown(await action(setUpSlackUseCase)({ token }));
}

export async function removeSlack() {
  return shown(await action(removeSlackUseCase)({}));
}

/** The page is made anew with the answer: it shows how the connections stand now. */
function shown<T>(answer: ActionResult<T>): ActionResult<T> {
  revalidatePath("/settings/notifications/[tab]", "page");
  return answer;
}
