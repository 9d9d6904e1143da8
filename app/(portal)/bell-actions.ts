import { acknowledge, explain, markAllRead, setArchived, setRead, setSeen, setSnoozed, undoMarkAll } from "./actions";
import { changePreferences } from "./settings/notifications/actions";

/** What the bell and the inbox are handed: components do not know where their data goes. */
export const bellActions = {
  setRead,
  setSeen,
  setArchived,
  setSnoozed,
  markAllRead,
  undoMarkAll,
  changePreferences,
  acknowledge,
  explain,
};
