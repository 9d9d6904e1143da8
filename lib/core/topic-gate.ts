import { hasRole, type Role } from "./role";
import type { Topic } from "./topic";

/** Whether a topic exists for a person at all: else it is neither shown, nor found, nor sent (R57, R58, R72). */
export function mayHave(
  { permission, role }: Pick<Topic, "permission" | "role">,
  person: { role: Role; permissions: readonly string[] },
): boolean {
  if (permission !== null && !person.permissions.includes(permission)) return false;
  return role === null || hasRole(person.role, role);
}
