"use server";

import type { PeopleSelection } from "@/lib/core/transfer";
import { action } from "@/lib/http/action";
import { listImportFaults } from "@/lib/usecases/transfers/read-transfers";
import { saveLargeExport as saveUseCase } from "@/lib/usecases/transfers/save-large-export";
import { startExport as exportUseCase } from "@/lib/usecases/transfers/start-export";
import {
  discardImport as discardUseCase,
  startImport as startUseCase,
  stopImport as stopUseCase,
} from "@/lib/usecases/transfers/start-import";

export async function startImport(id: string) {
  return action(startUseCase)({ id });
}

export async function discardImport(id: string) {
  return action(discardUseCase)({ id });
}

export async function stopImport(id: string) {
  return action(stopUseCase)({ id });
}

export async function loadMoreFaults(id: string, cursor: string) {
  return action(listImportFaults)({ id, cursor });
}

export async function startExport(selection: PeopleSelection) {
  return action(exportUseCase)(selection);
}

export async function saveLargeExport(rows: number | null) {
  return action(saveUseCase)({ rows });
}
