import type { Medium } from "./channel";
import type { Cell } from "./defaults";
import { ACCOUNT, about, type DefaultsProfile, type StandingDefault } from "./layers";
import type { Role } from "./role";
import type { Topic } from "./topic";
import { mayHave } from "./topic-gate";

/** Somebody whom defaults may concern. `groups` are at least those that some profile is for. */
export interface Concerned {
  id: string;
  role: Role;
  permissions: readonly string[];
  groups: readonly string[];
}

/** A choice of somebody's: of what (`about`), and when; milliseconds. */
export interface KeyedChoice {
  about: string;
  enabled: boolean;
  at: number;
}

interface Count {
  /** People for whom the value changes. */
  changed: number;
  /** People for whom it would, but for their own choice. */
  keeping: number;
}

export interface Comparison extends Count {
  cells: (Cell & Count)[];
}

/**
 * Who gets something else after a change of the defaults (U25), in one pass: people fall into few classes by the profiles
 * that are theirs and the topics they may see; each class is worked out once, and only choices are looked at singly.
 * `cells` are those that may change; choices of other cells may be left out.
 */
export function compareDefaults({
  before,
  after,
  cells,
  topics,
  people,
  choices,
}: {
  before: readonly DefaultsProfile[];
  after: readonly DefaultsProfile[];
  cells: readonly Cell[];
  topics: ReadonlyMap<string, Topic>;
  people: Iterable<Concerned>;
  /** By person. */
  choices: ReadonlyMap<string, readonly KeyedChoice[]>;
}): Comparison {
  const classOf = classifier({ before, after, cells, topics });
  const counted = new Map<string, Cell & Count>();
  let changed = 0;
  let keeping = 0;
  const classes = new Set<Class>();
  for (const person of people) {
    const mine = classOf(person);
    classes.add(mine);
    mine.people++;
    const { changes, keeps } = withChoices(mine, choices.get(person.id) ?? []);
    if (changes) changed++;
    if (keeps) keeping++;
  }
  for (const { moves, people } of classes) {
    for (const move of moves.values()) {
      const { topic, target } = move;
      const key = about(move);
      const sum = counted.get(key) ?? { topic, target, changed: 0, keeping: 0 };
      counted.set(key, sum);
      sum.changed += (differs(move) ? people : 0) + move.correction;
      sum.keeping += move.keeping;
    }
  }
  const touched = cells.flatMap((cell) => counted.get(about(cell)) ?? []);
  return { changed, keeping, cells: touched.filter((one) => one.changed > 0 || one.keeping > 0) };
}

/** What somebody has where they chose nothing. */
export type Inherited = Pick<StandingDefault, "enabled" | "overridesUntil">;

/** What somebody inherits in `cell` from the profiles that are theirs, strongest first, and else as Belfry ships. */
export function inheritedIn(
  profiles: readonly Pick<DefaultsProfile, "defaults">[],
  cell: Cell,
  topic: Topic | undefined,
): Inherited {
  const key = about(cell);
  for (const { defaults } of profiles) {
    const said = indexOf(defaults).get(key);
    if (said) return said;
  }
  return { enabled: isShippedOn(cell, topic), overridesUntil: null };
}

/** Whether anybody can choose there at all: required topics are on, and what a topic does not offer is off (R54). */
export function isOpen({ topic: key, target }: Cell, topic: Topic | undefined): boolean {
  if (key === "") return true;
  return topic ? topic.media.includes(target as Medium) && !topic.required.includes(target as Medium) : false;
}

/** As Belfry ships: channels are on. */
function isShippedOn({ topic: key, target }: Cell, topic: Topic | undefined): boolean {
  return key === "" || (topic?.defaultOn.includes(target as Medium) ?? false);
}

/** What somebody has in a cell: their own choice, unless it was made before an override of what they inherit. */
export function inForce(choice: Pick<KeyedChoice, "enabled" | "at"> | undefined, inherited: Inherited): boolean {
  return choice && stillCounts(choice, inherited) ? choice.enabled : inherited.enabled;
}

function stillCounts({ at }: Pick<KeyedChoice, "at">, { overridesUntil }: Inherited): boolean {
  return overridesUntil === null || at > overridesUntil.getTime();
}

/** The profiles that are for somebody in `groups`; the account is for all. */
export function profilesFor<P extends Pick<DefaultsProfile, "id" | "groupIds">>(
  profiles: readonly P[],
  groups: readonly string[],
): P[] {
  return profiles.filter(({ id, groupIds }) => id === ACCOUNT || groupIds.some((group) => groups.includes(group)));
}

/** What differs in one cell for all who inherit alike. */
interface Move extends Cell {
  from: Inherited;
  to: Inherited;
  /** How many more (or fewer) people change than inherit another value, because of choices. */
  correction: number;
  keeping: number;
}

interface Class {
  moves: ReadonlyMap<string, Move>;
  /** In how many cells somebody without choices gets something else. */
  differing: number;
  people: number;
}

function classifier({
  before,
  after,
  cells,
  topics,
}: Pick<Parameters<typeof compareDefaults>[0], "before" | "after" | "cells" | "topics">) {
  const classes = new Map<string, Class>();
  const open = cells.filter((cell) => isOpen(cell, topics.get(cell.topic)));
  const wanted = [...new Set(open.flatMap(({ topic }) => topics.get(topic)?.permission ?? []))];
  return ({ role, permissions, groups }: Concerned): Class => {
    const [was, is] = [profilesFor(before, groups), profilesFor(after, groups)];
    const held = wanted.filter((permission) => permissions.includes(permission));
    const key = JSON.stringify([was.map(({ id }) => id), is.map(({ id }) => id), role, held]);
    const known = classes.get(key);
    if (known) return known;
    const moves = new Map<string, Move>();
    for (const cell of open) {
      const topic = topics.get(cell.topic);
      if (topic && !mayHave(topic, { role, permissions })) continue;
      const move = {
        ...{ topic: cell.topic, target: cell.target, correction: 0, keeping: 0 },
        from: inheritedIn(was, cell, topic),
        to: inheritedIn(is, cell, topic),
      };
      if (differs(move) || overridesDiffer(move)) moves.set(about(cell), move);
    }
    const made = { moves, differing: [...moves.values()].filter(differs).length, people: 0 };
    classes.set(key, made);
    return made;
  };
}

function differs({ from, to }: Move): boolean {
  return from.enabled !== to.enabled;
}

function overridesDiffer({ from, to }: Move): boolean {
  return from.overridesUntil?.getTime() !== to.overridesUntil?.getTime();
}

/** Looks at one person's choices, and corrects what is counted for the class in each cell. */
function withChoices(
  { moves, differing }: Class,
  choices: readonly KeyedChoice[],
): { changes: boolean; keeps: boolean } {
  let changing = differing;
  let keeps = false;
  for (const choice of choices) {
    const move = moves.get(choice.about);
    if (!move) continue;
    const [was, is] = [inForce(choice, move.from), inForce(choice, move.to)];
    const correction = Number(was !== is) - Number(differs(move));
    changing += correction;
    move.correction += correction;
    if (was === is && differs(move) && stillCounts(choice, move.to)) {
      move.keeping++;
      keeps = true;
    }
  }
  return { changes: changing > 0, keeps };
}

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, Inherited>>();

/** By cell, made once for each list: a class asks it for every cell. */
function indexOf(defaults: DefaultsProfile["defaults"]): ReadonlyMap<string, Inherited> {
  const known = indexes.get(defaults);
  if (known) return known;
  const made = new Map(defaults.map((one) => [about(one), one]));
  indexes.set(defaults, made);
  return made;
}
