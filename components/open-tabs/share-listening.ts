import type { ListeningState, Subscribe } from "@/components/bell/use-feeds";
import { browserLocks, type Locks } from "@/components/open-tabs/locks";
import { standForLead } from "@/components/open-tabs/stand-for-lead";

type Said =
  /** Asked by a tab that follows. */
  | { kind: "who" }
  /** Told by the one that leads: of a signal, of a change of its state, or since somebody asked. */
  | { kind: "signal" }
  | { kind: "state" | "here"; leader: string; state: ListeningState };

/** A tab in front asks as often who leads, and seizes the lead once two questions had no answer; milliseconds. */
const ASK_EVERY = 1_500;
const PATIENCE = 2;

/**
 * One tab of the browser listens, by `listen`, and tells the others (U21). Each time somebody new listens all tabs are
 * `connected` anew, so that they ask for what came in between. Where the browser knows no locks each tab listens itself.
 */
export function shareListening(listen: Subscribe, name: string, locks = browserLocks()): Subscribe {
  return (onSignal, onState) => {
    if (!locks || typeof BroadcastChannel === "undefined") return listen(onSignal, onState);
    let stop = join({ listen, name, locks, onSignal, onState });
    // A page that the browser keeps for going back must not keep the lead with it.
    const leave = () => stop();
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) stop = join({ listen, name, locks, onSignal, onState });
    };
    globalThis.addEventListener?.("pagehide", leave);
    globalThis.addEventListener?.("pageshow", comeBack);
    return () => {
      stop();
      globalThis.removeEventListener?.("pagehide", leave);
      globalThis.removeEventListener?.("pageshow", comeBack);
    };
  };
}

interface Joining {
  listen: Subscribe;
  name: string;
  locks: Locks;
  onSignal(): void;
  onState(state: ListeningState): void;
}

function join({ listen, name, locks, onSignal, onState }: Joining): () => void {
  const me = `${Date.now()} ${Math.random()}`;
  const channel = new BroadcastChannel(name);
  const say = (said: Said) => channel.postMessage(said);
  /** While this tab listens for all. */
  let end: (() => void) | null = null;
  let state: ListeningState | null = null;
  /** Who leads, and how that one listened when last heard of. */
  let known = "";
  let unanswered = 0;
  let isOver = false;

  const standing = standForLead({
    name,
    locks,
    onLead() {
      end = listen(
        () => {
          onSignal();
          say({ kind: "signal" });
        },
        (next) => {
          state = next;
          // Another may be welcome still: a page opened since, by who has signed in again.
          if (next === "refused") stop();
          else say({ kind: "state", leader: me, state: next });
          onState(next);
        },
      );
    },
    onLost() {
      end?.();
      end = null;
      state = null;
    },
  });

  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.kind === "who") {
      if (end) say({ kind: "here", leader: me, state: state ?? "unavailable" });
      return;
    }
    unanswered = 0;
    if (end) return;
    if (data.kind === "signal") return onSignal();
    const news = `${data.leader} ${data.state}`;
    // Each `state` that is told begins or ends a gap; an answer is news only to who did not know.
    if (data.kind === "state" || news !== known) onState(data.state);
    known = news;
  };

  function ask() {
    if (end || globalThis.document?.visibilityState === "hidden") {
      unanswered = 0;
    } else if (unanswered >= PATIENCE) {
      unanswered = 0;
      standing.seize();
    } else {
      unanswered++;
      say({ kind: "who" });
    }
  }

  say({ kind: "who" });
  const timer = setInterval(ask, ASK_EVERY);

  function stop() {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    standing.leave();
    end?.();
    channel.close();
  }
  return stop;
}
