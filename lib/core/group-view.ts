/** As what somebody is in a group: a main member (R73), an extra one, or, beside that, a manager (R90). */
export const MEMBER_KINDS = ["main", "extra", "manager"] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** A group with how many are in it, all and of each kind. */
export interface GroupDetails extends Record<MemberKind, number> {
  id: string;
  name: string;
  members: number;
}

/** Somebody of a group. */
export interface MemberView {
  id: string;
  name: string;
  email: string;
  active: boolean;
  main: boolean;
  manager: boolean;
}
