import type { Role } from "@/lib/core/role";

/** What became of a request; `detail` is for people, `errors` point into what was sent. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; detail: string; errors?: { pointer: string; detail: string }[] };

export interface PersonChange {
  id: string;
  name?: string;
  email?: string;
  role?: Role;
  time_zone?: string | null;
  permissions?: string[];
  active?: boolean;
}

/** What the page of one person can ask for. */
export interface PersonActions {
  save(change: PersonChange): Promise<Answer<void>>;
  setGroups(id: string, groups: { id: string; main: boolean; manager: boolean }[]): Promise<Answer<void>>;
  erase(id: string): Promise<Answer<void>>;
}

export const OFFLINE = { ok: false as const, detail: "Belfry did not answer. Try again." };
