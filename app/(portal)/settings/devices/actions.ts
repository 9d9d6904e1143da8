"use server";

import { revalidatePath } from "next/cache";
import type { DeviceState } from "@/components/access/device-list";
import { type ActionResult, action } from "@/lib/http/action";
import { signOutDevice as signOutDeviceUseCase } from "@/lib/usecases/access/sign-out-device";
import { signOutOthers as signOutOthersUseCase } from "@/lib/usecases/access/sign-out-others";

const endOne = action(signOutDeviceUseCase);
const endOthers = action(signOutOthersUseCase);

export async function signOutDevice(_before: DeviceState, form: FormData): Promise<DeviceState> {
  return shown(await endOne({ id: String(form.get("id") ?? "") }));
}

export async function signOutOthers(): Promise<DeviceState> {
  return shown(await endOthers({}));
}

function shown(result: ActionResult<void>): DeviceState {
  revalidatePath("/settings/devices");
  return result.ok ? {} : { fault: result.detail };
}
