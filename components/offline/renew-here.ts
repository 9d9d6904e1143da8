import { asSent } from "@/components/push/own-subscription";

const KEY = "belfry-device-renewed";
/** Devices that are not heard of for 60 days are forgotten; milliseconds. */
const EVERY = 86_400_000;

/** Says once a day that Belfry is in use on this device, if pushes go here. One that its owner removed is given up. */
export async function renewHere({ pushManager }: ServiceWorkerRegistration): Promise<void> {
  const subscription = await pushManager?.getSubscription().catch(() => null);
  const sent = subscription && asSent(subscription);
  if (!sent || isFresh(sent.endpoint)) return;
  const headers = { "content-type": "application/json" };
  const answer = await fetch("/api/push/devices", { method: "POST", headers, body: JSON.stringify(sent) }).catch(
    () => null,
  );
  if (!answer?.ok) return;
  const { known } = (await answer.json()) as { known: boolean };
  if (known) localStorage.setItem(KEY, `${Date.now()} ${sent.endpoint}`);
  else await subscription.unsubscribe();
}

function isFresh(endpoint: string): boolean {
  const [at, of] = (localStorage.getItem(KEY) ?? "").split(" ");
  return of === endpoint && Date.now() - Number(at) < EVERY;
}
