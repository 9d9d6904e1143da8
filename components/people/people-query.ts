import { addressOf, askedIn, type Params } from "@/components/ui/page-address";
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
export function peopleQuery(params: Params): PeopleQuery {
  const { text } = askedIn(params, 200);
  const status = text("status");
  return {
    search: text("search"),
    role: ROLES.find((role) => role === text("role")),
    status: status === "active" || status === "inactive" ? status : undefined,
    group: text("group"),
  };
}

export function peopleAddress(query: PeopleQuery): string {
  return addressOf("/admin/people", { ...query });
}

export function personAddress(id: string): string {
  return `/admin/people/${encodeURIComponent(id)}`;
}
