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
export function auditQuery(params: Record<string, unknown>): AuditQuery {
  const one = (name: string) => {
    const value = params[name];
    return typeof value === "string" && value !== "" ? value.slice(0, 128) : undefined;
  };
  const day = (name: string) => {
    const value = one(name);
    return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  const action = one("action");
  return {
    actor: one("actor"),
    action: action && Object.hasOwn(NOUNS, action) ? action : undefined,
    target: one("target"),
    from: day("from"),
    to: day("to"),
  };
}

export function auditAddress(query: AuditQuery, cursor?: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, cursor })) if (value) params.set(name, value);
  const text = params.toString();
  return `/admin/audit${text && `?${text}`}`;
}
