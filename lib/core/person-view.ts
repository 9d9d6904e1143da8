import type { Role } from "./role";

/** A group that a person is in. */
export interface MembershipView {
  id: string;
  name: string;
  /** Hears of what is nobody's yet (R73). */
  main: boolean;
  /** May write to the group (R90). */
  manager: boolean;
}

/** A person as the administration lists them. */
export interface PersonView {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  groups: MembershipView[];
}

/** One person with all that an admin may set. Times are RFC 3339, UTC. */
export interface PersonDetails extends PersonView {
  permissions: string[];
  timeZone: string | null;
  locale: string | null;
  createdAt: string;
  /** When they last moved in an open tab; null if never. */
  activeAt: string | null;
}

/** A group as the administration lists it. */
export interface GroupSummary {
  id: string;
  name: string;
  members: number;
}
