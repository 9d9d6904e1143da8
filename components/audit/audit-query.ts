import { addressOf, askedIn, type Params } from "@/components/ui/page-address";

/** What the audit shows, as its address says it. Days are as in `2026-11-21`. */
export interface AuditQuery {
  actor?: string;
  action?: string;
  target?: string;
  from?: string;
  to?: string;
}

/** What acts are about, by the noun that their names begin with. */
export const NOUNS: Readonly<Record<string, string>> = {
  user: "People",
  group: "Groups",
  defaults: "Defaults",
  profile: "Profiles",
  preferences: "Preferences",
  topic: "Topics",
  template: "Templates",
  trigger: "Triggers",
  event: "Events",
  delivery: "Deliveries",
  broadcast: "Broadcasts",
  import: "Imports",
  export: "Exports",
  settings: "Settings",
  api_key: "API keys",
  app: "Apps",
  slack: "Slack",
  workspace: "Workspaces",
  setup: "Setup",
};

/** Reads the address; what it does not know, it leaves out. */
export function auditQuery(params: Params): AuditQuery {
  const { text, day } = askedIn(params);
  const action = text("action");
  return {
    actor: text("actor"),
    action: action && Object.hasOwn(NOUNS, action) ? action : undefined,
    target: text("target"),
    from: day("from"),
    to: day("to"),
  };
}

export function auditAddress(query: AuditQuery, cursor?: string): string {
  return addressOf("/admin/audit", { ...query, cursor });
}
