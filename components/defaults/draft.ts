import type { ListedSection } from "@/components/preferences/listed";
import type { Medium } from "@/lib/core/channel";
import type { Cell, CellChange } from "@/lib/core/defaults";
import type { DefaultsView, TopicDefaults } from "@/lib/core/defaults-view";
import { ACCOUNT, about } from "@/lib/core/layers";

/** What was changed and is not saved yet, by cell; null inherits. */
export type Draft = ReadonlyMap<string, CellChange>;

export const NO_DRAFT: Draft = new Map();

/** The draft with `changes` on top. What is as stored again is no change any more. */
export function redraft(draft: Draft, changes: readonly CellChange[], { says }: Pick<DefaultsView["chosen"], "says">) {
  const stored = new Map(says.map((one) => [about(one), one.enabled]));
  const next = new Map(draft);
  for (const change of changes) {
    const key = about(change);
    if ((stored.get(key) ?? null) === change.enabled) next.delete(key);
    else next.set(key, change);
  }
  return next;
}

/** A cell as the editor shows it. */
export interface Shown {
  enabled: boolean;
  /** Set in this profile, or in the draft of it. */
  set: boolean;
  source: string;
}

/** Looks cells up: the draft, then what is stored, then what stands behind it, then as Belfry ships. */
export function shownBy({ chosen }: Pick<DefaultsView, "chosen">, draft: Draft) {
  const says = new Map(chosen.says.map((one) => [about(one), one.enabled]));
  const inherits = new Map(chosen.inherits.map((one) => [about(one), one.enabled]));
  return (cell: Cell, shipped: boolean): Shown => {
    const key = about(cell);
    const drafted = draft.get(key);
    const unsaved = drafted ? " · not saved" : "";
    const own = drafted ? drafted.enabled : (says.get(key) ?? null);
    if (own !== null) return { enabled: own, set: true, source: `set here${unsaved}` };
    const common = inherits.get(key) ?? null;
    if (common !== null) return { enabled: common, set: false, source: `account default${unsaved}` };
    return { enabled: shipped, set: false, source: `Belfry's default${unsaved}` };
  };
}

/** One tab's topics, as the list of preferences shows them. */
export function listedDefaults(view: DefaultsView, draft: Draft, medium: Medium): ListedSection[] {
  const shown = shownBy(view, draft);
  return view.sections
    .map(({ key, name, topics }) => ({
      key,
      name,
      topics: topics.filter(({ media }) => media.includes(medium)).map((topic) => listed(topic, medium, shown)),
    }))
    .filter(({ topics }) => topics.length > 0);
}

function listed({ key, name, defaultOn, required }: TopicDefaults, medium: Medium, shown: ReturnType<typeof shownBy>) {
  if (required.includes(medium)) {
    const locked = "Required: it reaches everybody, whatever the defaults say.";
    return { key, name, enabled: true, source: "required", locked, resettable: false };
  }
  const { enabled, set, source } = shown({ topic: key, target: medium }, defaultOn.includes(medium));
  return { key, name, enabled, source, resettable: set };
}

/** Where a profile is edited. */
export function defaultsAddress(profile: string, medium: Medium = "email"): string {
  const query = new URLSearchParams({
    ...(profile !== ACCOUNT && { profile }),
    ...(medium !== "email" && { tab: medium }),
  }).toString();
  return `/admin/defaults${query && `?${query}`}`;
}
