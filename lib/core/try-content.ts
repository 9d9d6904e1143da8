import type { DeliveryContent } from "./delivery-state";

/** Stands for a notification that there is none of: somebody only tries whether one would arrive. */
export const TRY_ID = "try";

/** What goes out when somebody tries a way out, such as a device or an address. */
export function tryContent(workspace: string, recipient: DeliveryContent["recipient"], at: Date): DeliveryContent {
  return {
    workspace,
    notificationId: TRY_ID,
    title: "This is a test",
    body: "Notifications reach you here.",
    url: null,
    topic: { key: "test", name: "Test" },
    unsubscribe: null,
    actor: null,
    record: null,
    origin: workspace,
    at: at.toISOString(),
    recipient,
  };
}
