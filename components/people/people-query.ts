import { ROLES, type Role } from "@/lib/core/role";

/** What the list of people shows, as its address says it. */
export interface PeopleQuery {
  search?: string;
  role?: Role;
  status?: "active" | "inactive";
  /** Id of a group. */
  group?: string;
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  member: "Member",
  admin: "Admin",
  super_admin: "Super admin",
};

/** Reads the address; what it does not know, it leaves out. */
export function peopleQuery(params: Record<string, string | string[] | undefined>): PeopleQuery {
  const one = (name: string) => {
    const value = params[name];
    return typeof value === "string" && value.trim() !== "" ? value.slice(0, 200) : undefined;
  };
  const status = one("status");
  return {
    search: one("search"),
    role: ROLES.find((role) => role === one("role")),
    status: status === "active" || status === "inactive" ? status : undefined,
    group: one("group"),
  };
}

export function peopleAddress(query: PeopleQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  const text = params.toString();
  return `/admin/people${text && `?${text}`}`;
}

export function personAddress(id: string): string {
  return `/admin/people/${encodeURIComponent(id)}`;
}
