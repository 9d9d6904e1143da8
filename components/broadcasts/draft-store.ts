import type { Draft } from "@/components/broadcasts/draft";

const PLACE = "belfry-broadcast";

/** What was being written in this tab; nothing where it cannot be read. */
export function storedDraft(): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? "{}");
  } catch {
    return {};
  }
}

export function storeDraft(draft: Draft): void {
  sessionStorage.setItem(PLACE, JSON.stringify(draft));
}

/** It was sent as `id`: the form is empty next time, but `bringDraftBack` finds it. */
export function setDraftAside(id: string): void {
  const written = sessionStorage.getItem(PLACE);
  if (written) sessionStorage.setItem(`${PLACE} ${id}`, written);
  sessionStorage.removeItem(PLACE);
}

/** Puts what was sent as `id` into the form again, as another draft; answers whether there was anything. */
export function bringDraftBack(id: string): boolean {
  const written = sessionStorage.getItem(`${PLACE} ${id}`);
  if (written) sessionStorage.setItem(PLACE, JSON.stringify({ ...JSON.parse(written), id: undefined }));
  return written !== null;
}
