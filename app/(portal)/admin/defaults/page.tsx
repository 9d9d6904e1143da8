import type { Metadata } from "next";
import { Defaults } from "@/components/defaults/defaults";
import { requireUser } from "@/lib/auth/context";
import { orNotFound } from "@/lib/http/or-not-found";
import { perform } from "@/lib/http/perform";
import { listDefaults } from "@/lib/usecases/defaults/list-defaults";
import {
  createProfile,
  duplicateProfile,
  orderProfiles,
  previewChange,
  previewProfiles,
  removeProfile,
  renameProfile,
  saveChange,
  setGroups,
  undoChange,
} from "./actions";

export const metadata: Metadata = { title: "Defaults" };

const actions = {
  preview: previewChange,
  save: saveChange,
  undo: undoChange,
  create: createProfile,
  rename: renameProfile,
  duplicate: duplicateProfile,
  remove: removeProfile,
  order: orderProfiles,
  setGroups,
  previewProfiles,
};

/** What people get until they choose (R55). `?profile=` is the profile; the account's own defaults without it. */
export default async function DefaultsPage({ searchParams }: PageProps<"/admin/defaults">) {
  const ctx = await requireUser();
  const { profile } = await searchParams;
  const input = typeof profile === "string" ? { profile } : {};
  const view = await orNotFound(perform(listDefaults, ctx, input));
  return <Defaults key={view.chosen.id} view={view} zone={ctx.actor.timeZone} actions={actions} />;
}
