import type { Answer } from "@/components/ui/answer";
import type { CellChange } from "@/lib/core/defaults";
import type { ComparisonView } from "@/lib/core/defaults-view";

export interface WantedChange {
  profile: string;
  changes: CellChange[];
  everyone: boolean;
}

/** For whom a profile is, that it goes, or in which order profiles stand. */
export type ProfileChange = { id: string; groups: string[] } | { id: string; deleted: true } | { order: string[] };

/** What the editor of the defaults can ask for. */
export interface DefaultsActions {
  preview(wanted: WantedChange): Promise<Answer<ComparisonView>>;
  save(
    wanted: WantedChange & { version: string },
  ): Promise<Answer<{ changed: number; keeping: number; undo: string | null }>>;
  undo(change: string): Promise<Answer<{ changed: number }>>;
  create(name: string): Promise<Answer<{ id: string }>>;
  rename(id: string, name: string): Promise<Answer>;
  duplicate(id: string): Promise<Answer<{ id: string; name: string }>>;
  remove(id: string): Promise<Answer>;
  order(ids: string[]): Promise<Answer>;
  setGroups(id: string, groups: string[]): Promise<Answer>;
  previewProfiles(change: ProfileChange): Promise<Answer<ComparisonView>>;
}
