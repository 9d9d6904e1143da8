import type { Answer } from "@/components/ui/answer";
import type { LoadPage } from "@/components/ui/use-pages";
import type { FaultyRow, PeopleSelection } from "@/lib/core/transfer";

/** What the page of imports and exports can ask for. */
export interface TransfersActions {
  startExport(selection: PeopleSelection): Promise<Answer<{ id: string }>>;
  saveLargeExport(rows: number | null): Promise<Answer>;
}

/** What the page of one import can ask for. */
export interface ImportActions {
  start(): Promise<Answer>;
  discard(): Promise<Answer>;
  stop(): Promise<Answer>;
  moreFaults: LoadPage<FaultyRow>;
}

export const TRANSFERS = "/admin/import-export";
export const importAddress = (id: string) => `${TRANSFERS}/imports/${encodeURIComponent(id)}`;
export const fileAddress = (id: string) => `${TRANSFERS}/exports/${encodeURIComponent(id)}/file`;
