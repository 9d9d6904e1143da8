"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { usePermission } from "@/components/preferences/use-permission";
import type { PushProps } from "@/components/push/actions";
import { type DeviceState, deviceState } from "@/components/push/device-state";
import { canPush, markOf, ownSubscription, subscribeHere } from "@/components/push/own-subscription";
import { platformOf } from "@/components/push/platform";
import { faultOf, noAnswer } from "@/components/ui/answer";

/** This browser among the person's devices: how it stands (null while that is found out), and how to change that. */
export function useThisDevice({ devices, pushKey, actions }: Pick<PushProps, "devices" | "pushKey" | "actions">) {
  const router = useRouter();
  const { permission, ask } = usePermission();
  const [mark, setMark] = useState<string | null>();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const look = useCallback(async () => {
    const subscription = await ownSubscription().catch(() => null);
    setMark(subscription && (await markOf(subscription)));
  }, []);
  useEffect(() => void look(), [look]);

  const here = devices.find((device) => device.mark === mark) ?? null;
  const state: DeviceState | null =
    permission === null || mark === undefined
      ? null
      : deviceState({
          supported: canPush() && permission !== "unsupported",
          platform: platformOf(navigator.userAgent, navigator.maxTouchPoints),
          standalone: window.matchMedia("(display-mode: standalone)").matches,
          permission: permission === "unsupported" ? "default" : permission,
          listed: here !== null,
        });

  async function change(work: () => Promise<string | null>) {
    if (busy) return;
    setBusy(true);
    setFault(await work().catch((error) => noAnswer(error).detail));
    setBusy(false);
    await look();
    router.refresh();
  }

  const allow = () =>
    change(async () => {
      await ask();
      if (Notification.permission !== "granted") return null;
      const made = await subscribeHere(pushKey).catch(() => null);
      if (!made) return "This browser could not reach its push service. Try again, or use another browser.";
      const answer = await actions.allow(made);
      return answer.ok ? null : faultOf(answer);
    });

  const stop = () =>
    change(async () => {
      const answer = here ? await actions.remove(here.id) : null;
      await (await ownSubscription())?.unsubscribe();
      return answer && !answer.ok ? faultOf(answer) : null;
    });

  return { state, here, busy, fault, allow, stop };
}
