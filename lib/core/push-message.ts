import type { DeliveryContent } from "./delivery-state";
import { TRY_ID } from "./try-content";

/** What a push carries to a device: as JSON, encrypted for that device alone (RFC 8291). */
export interface PushMessage {
  title: string;
  body: string;
  /** A path of ours. Whatever else a push may hold, a device goes nowhere else (S33). */
  url: string;
  /** Of one item: a later push takes the place of an earlier one, on the screen and on its way there. */
  tag: string;
  /** RFC 3339. */
  at: string;
}

/** Characters: with each at its longest, a message stays below the 4 KB that push services take. */
const MOST = { title: 150, body: 500 };
/** Where even that was too much for a service (413). */
const LEAST = { title: 60, body: 0 };

interface Wish {
  /** Nothing of what it says: whoever sees the lock screen learns that there is something, and of whom (R40). */
  hidesText: boolean;
  short: boolean;
}

/** What a push says of a notification, cut to what push services take. */
export function pushMessage(content: DeliveryContent, { hidesText, short }: Wish): PushMessage {
  const { notificationId, workspace, at } = content;
  const { title, body } = hidesText ? { title: workspace, body: "You have a new notification." } : content;
  const most = short ? LEAST : MOST;
  return {
    title: shortened(title, most.title),
    body: shortened(body, hidesText ? MOST.body : most.body),
    url: addressOf(content),
    tag: notificationId,
    at,
  };
}

function addressOf({ notificationId, digest }: DeliveryContent): string {
  if (notificationId === TRY_ID) return "/settings/notifications/check";
  return digest ? "/inbox" : `/n/${notificationId}`;
}

function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  return most === 0 ? "" : `${letters.slice(0, most - 1).join("")}…`;
}
