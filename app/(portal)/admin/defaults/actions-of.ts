import type { DefaultsActions } from "@/components/defaults/actions";
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

/** The server's part of the editor, as its components take it. */
export const defaultsActions: DefaultsActions = {
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
