"use client";

import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { toast } from "sonner";
import { createSync } from "@/components/bell/sync";
import type { Changed, PreferencesActions } from "@/components/preferences/actions";
import { hearPreferences } from "@/components/preferences/hear-preferences";
import type { Notes } from "@/components/preferences/listed";
import { preferencesState, reducePreferences, shownOf } from "@/components/preferences/preferences-state";
import { clearing, resetting } from "@/components/preferences/tab-change";
import { type Answer, noAnswer } from "@/components/ui/answer";
import type { Medium } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView } from "@/lib/core/preferences-view";

/** One person's preferences as the page shows them, and what can be done to them. */
export interface PreferencesModel {
  view: PreferencesView;
  notes: Notes;
  /** What to say to who does not see the ticks. */
  spoken: string;
  /** Shows at once; rolls back with the reason at `at` when the server refuses. `offer`: the words beside an Undo. */
  change(change: PreferenceChange, at: string, offer?: string): void;
  clear(medium: Medium): void;
  reset(medium: Medium): void;
}

/** Where what is said of the whole list stands. */
export const WHOLE = "whole";

/** `initial` is what the server rendered; another tab's changes and a lost role show within a moment. */
export function usePreferences(initial: PreferencesView, actions: PreferencesActions): PreferencesModel {
  const [state, dispatch] = useReducer(reducePreferences, initial, preferencesState);
  const [spoken, setSpoken] = useState("");
  const view = useMemo(() => shownOf(state), [state]);
  const tell = useRef(() => {});
  const latest = useRef({ view, actions });
  latest.current = { view, actions };

  useEffect(() => {
    const load = createSync(async () => {
      const answer = await latest.current.actions.read().catch(() => null);
      if (answer?.ok) dispatch({ type: "loaded", view: answer.value });
    });
    const heard = hearPreferences(load);
    tell.current = heard.tell;
    const back = () => document.visibilityState === "visible" && load();
    document.addEventListener("visibilitychange", back);
    window.addEventListener("focus", back);
    window.addEventListener("online", back);
    return () => {
      heard.close();
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("focus", back);
      window.removeEventListener("online", back);
    };
  }, []);

  const acts = useMemo(() => {
    async function run(change: PreferenceChange, at: string, ask: () => Promise<Answer<Changed>>) {
      const turn = ++turns;
      dispatch({ type: "began", turn, at, change });
      const answer = await ask().catch(noAnswer);
      if (answer.ok) {
        dispatch({ type: "saved", turn, at, changed: answer.value });
        setTimeout(() => dispatch({ type: "faded", turn, at }), FADED);
        // The same words twice in a row would not be read out twice.
        setSpoken((before) => (before === "Saved" ? "Saved." : "Saved"));
        tell.current();
      } else dispatch({ type: "refused", turn, at, detail: answer.detail });
      return answer;
    }

    /** The offer shows at once; taken early, it waits for the server, so that the two do not cross. */
    async function offerUndo(words: string, at: string, done: ReturnType<typeof run>) {
      const undo = async () => {
        const answer = await done;
        if (answer.ok) change(answer.value.undo, at);
      };
      toast.success(words, { id: MESSAGE, duration: STAY, action: { label: "Undo", onClick: undo } });
      if (!(await done).ok) toast.dismiss(MESSAGE);
    }

    function change(wish: PreferenceChange, at: string, offer?: string) {
      const done = run(wish, at, () => latest.current.actions.change(wish));
      if (offer) offerUndo(offer, at, done);
    }

    return {
      change,
      clear(medium: Medium) {
        const { view, actions } = latest.current;
        const done = run(clearing(view, medium), WHOLE, () => actions.clear(medium));
        offerUndo("All topics on this tab are off", WHOLE, done);
      },
      reset(medium: Medium) {
        const { view, actions } = latest.current;
        const done = run(resetting(view, medium), WHOLE, () => actions.reset(medium));
        offerUndo("This tab is back to its defaults", WHOLE, done);
      },
    };
  }, []);

  return { view, notes: state.notes, spoken, ...acts };
}

const MESSAGE = "preferences";
const STAY = 12_000;
/** As long as the tick shows. */
const FADED = 2400;

let turns = 0;
