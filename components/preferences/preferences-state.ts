import type { Changed } from "@/components/preferences/actions";
import { applyChange } from "@/components/preferences/apply-change";
import type { Notes } from "@/components/preferences/listed";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView } from "@/lib/core/preferences-view";

/** What the server said, and what the person did since that it has not yet taken. */
export interface PreferencesState {
  known: PreferencesView;
  pending: { turn: number; change: PreferenceChange }[];
  notes: Notes;
}

/** `at`: where on the page a change was made, for what is said of it there. `turn` tells changes apart. */
export type PreferencesEvent =
  | { type: "began"; turn: number; at: string; change: PreferenceChange }
  | { type: "saved"; turn: number; at: string; changed: Changed }
  | { type: "refused"; turn: number; at: string; detail: string }
  | { type: "faded"; turn: number; at: string }
  | { type: "loaded"; view: PreferencesView };

export function preferencesState(view: PreferencesView): PreferencesState {
  return { known: view, pending: [], notes: {} };
}

export function reducePreferences(state: PreferencesState, event: PreferencesEvent): PreferencesState {
  switch (event.type) {
    case "loaded":
      return { ...state, known: event.view };
    case "began":
      return {
        ...state,
        pending: [...state.pending, { turn: event.turn, change: event.change }],
        notes: without(state.notes, event.at),
      };
    case "saved":
      return {
        known: taken(state.known, event.changed),
        pending: state.pending.filter(({ turn }) => turn !== event.turn),
        notes: { ...state.notes, [event.at]: { kind: "saved", turn: event.turn } },
      };
    case "refused":
      return {
        ...state,
        pending: state.pending.filter(({ turn }) => turn !== event.turn),
        notes: { ...state.notes, [event.at]: { kind: "failed", detail: event.detail } },
      };
    case "faded": {
      const note = state.notes[event.at];
      if (note?.kind !== "saved" || note.turn !== event.turn) return state;
      return { ...state, notes: without(state.notes, event.at) };
    }
  }
}

/** As the page shows it: with what is on its way to the server. */
export function shownOf({ known, pending }: PreferencesState): PreferencesView {
  return pending.reduce((view, { change }) => applyChange(view, change), known);
}

function taken(known: PreferencesView, { topics, version, channels, sound, redDot }: Changed): PreferencesView {
  const fresh = new Map(topics.map((topic) => [topic.key, topic]));
  return {
    version,
    channels,
    sound,
    redDot,
    sections: known.sections.map((section) =>
      section.topics.some(({ key }) => fresh.has(key))
        ? { ...section, topics: section.topics.map((topic) => fresh.get(topic.key) ?? topic) }
        : section,
    ),
  };
}

function without(notes: Notes, at: string): Notes {
  const { [at]: _gone, ...rest } = notes;
  return rest;
}
