"use server";

import { revalidatePath } from "next/cache";
import type { DeviceState } from "@/components/access/device-list";
import { type ActionResult, action } from "@/lib/http/action";
import { signOutDevice as signOutDeviceUseCase } from "@/lib/usecases/access/sign-out-device";
import { signOutOthers as signOutOthersUseCase } from "@/lib/usecases/access/sign-out-others";

export async function signOutDevice(_before: DeviceState, form: FormData): Promise<DeviceState> {
  return shown(await action(signOutDeviceUseCase)({ id: String(form.get("id") ?? "") }));
}

export async function signOutOthers(): Promise<DeviceState> {
  return shown(await action(signOutOthersUseCase)({}));
}

/** The page is made anew with the answer: whoever was signed out is gone from its list. */
function shown(answer: ActionResult<void>): DeviceState {
  revalidatePath("/settings/devices");
  return answer.ok ? {} : { fault: answer.detail };
}
