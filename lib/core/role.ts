export const ROLES = ["member", "admin", "super_admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a person with `role` may do what needs `needed`: super admins may all that admins may. */
export function hasRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
