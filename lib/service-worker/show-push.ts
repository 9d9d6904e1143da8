import { refreshKept } from "./refresh-kept";
import { scope } from "./scope";

/** Shows a push, whatever it holds: a browser ends the pushes of who stays silent. Then looks what was read meanwhile. */
export async function showPush(data: { json(): unknown } | null): Promise<void> {
  const { title, body, url, tag, at } = messageOf(data);
  await scope.registration.showNotification(title, {
    body,
    tag,
    data: { url },
    icon: "/icons/192.png",
    badge: "/icons/badge.png",
    ...(at && { timestamp: at }),
  } as NotificationOptions);
  await refreshKept();
}

/** The fields as `PushMessage` has them; a push of another kind is only said to be there. */
function messageOf(data: { json(): unknown } | null) {
  const said = read(data);
  const text = (name: string) => (typeof said[name] === "string" ? said[name] : "");
  return {
    title: text("title") || "Belfry",
    body: text("title") ? text("body") : "You have a new notification.",
    url: text("url"),
    tag: text("tag"),
    at: Date.parse(text("at")) || null,
  };
}

function read(data: { json(): unknown } | null): Record<string, unknown> {
  try {
    const said = data?.json();
    return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
