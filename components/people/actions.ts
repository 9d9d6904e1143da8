import type { Answer } from "@/components/ui/answer";
import type { Role } from "@/lib/core/role";

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
  save(change: PersonChange): Promise<Answer>;
  setGroups(id: string, groups: { id: string; main: boolean; manager: boolean }[]): Promise<Answer>;
  erase(id: string): Promise<Answer>;
}
