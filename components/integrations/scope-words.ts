import type { Scope } from "@/lib/core/scope";

/** What a key with the scope may do, for who makes one. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  "events:write": "Post events",
  "events:read": "See what became of events",
  "directory:write": "Change people and groups",
  "directory:read": "Read people and groups",
  "notifications:read": "Read notifications and preferences",
  "notifications:write": "Change notifications and preferences",
  "topics:write": "Change topics",
  "broadcasts:write": "Send broadcasts",
  "system:write": "Run the system",
};
