import type { EventStatus } from "./event";
import type { Scope } from "./scope";

/** A key of an integration as its screen shows it: never the key itself. Times are RFC 3339. */
export interface KeyView {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  state: "in force" | "expired" | "revoked";
}

/** An integration: an app that posts, with its keys. */
export interface IntegrationView {
  id: string;
  name: string;
  /** A `data:` image. */
  icon: string | null;
  /** Requests a minute over all its keys; null for no limit. */
  rateLimit: number | null;
  keys: KeyView[];
  /** Of the workspace's latest events, those that it posted. */
  recent: { id: string; topic: string; status: EventStatus; at: string }[];
}
