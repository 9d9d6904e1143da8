/** What an API key may do (api.md, section 2). */
export const SCOPES = [
  "events:write",
  "events:read",
  "directory:write",
  "directory:read",
  "notifications:read",
  "notifications:write",
  "topics:write",
  "broadcasts:write",
  "system:write",
] as const;
export type Scope = (typeof SCOPES)[number];
