import type { Answer } from "@/components/ui/answer";
import type { DeviceView, Tried } from "@/lib/core/push-device";

/** How a browser says where it is reached. */
export interface Subscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** What a person can do to the devices that reach them. The page passes server actions. */
export interface PushActions {
  allow(subscription: Subscription): Promise<Answer>;
  rename(id: string, name: string): Promise<Answer>;
  remove(id: string): Promise<Answer>;
  /** Sends a test there, and answers what came of it. */
  test(id: string): Promise<Answer<Tried>>;
  hideText(hidden: boolean): Promise<Answer>;
}

export interface PushProps {
  devices: readonly DeviceView[];
  hidesText: boolean;
  /** What a browser binds itself to: the public half of our keys. */
  pushKey: string;
  zone: string;
  actions: PushActions;
}
