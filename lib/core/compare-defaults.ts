import type { Cell } from "./defaults";
import { type DatedChoice, type Inherited, inForce, inheritedIn, isOpen, profilesFor, stillCounts } from "./inherited";
import type { DefaultsProfile } from "./layers";
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

/** A choice of somebody's, with the place of its cell among those that are compared. */
export interface PlacedChoice extends DatedChoice {
  cell: number;
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
 * `cells` are those that may change.
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
  choices: ReadonlyMap<string, readonly PlacedChoice[]>;
}): Comparison {
  const classOf = classifier({ before, after, cells, topics });
  const counted = cells.map(({ topic, target }) => ({ topic, target, changed: 0, keeping: 0 }));
  let changed = 0;
  let keeping = 0;
  const classes = new Set<Class>();
  for (const person of people) {
    const mine = classOf(person);
    classes.add(mine);
    mine.people++;
    const { changes, keeps } = withChoices(mine, choices.get(person.id) ?? NONE);
    if (changes) changed++;
    if (keeps) keeping++;
  }
  for (const { moves, people } of classes) {
    for (const [cell, sum] of counted.entries()) {
      const move = moves[cell];
      if (!move) continue;
      sum.changed += (move.differs ? people : 0) + move.correction;
      sum.keeping += move.keeping;
    }
  }
  return { changed, keeping, cells: counted.filter((one) => one.changed > 0 || one.keeping > 0) };
}

const NONE: readonly never[] = [];

/** What differs in one cell for all who inherit alike. */
interface Move {
  from: Inherited;
  to: Inherited;
  /** Whether somebody without choices gets something else. */
  differs: boolean;
  /** How many more (or fewer) people change than inherit another value, because of choices. */
  correction: number;
  keeping: number;
}

interface Class {
  /** By the place of the cell; none where nothing differs. */
  moves: readonly (Move | undefined)[];
  /** How many of them differ for somebody without choices. */
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
  const gates = new Set(cells.flatMap(({ topic }) => topics.get(topic)?.permission ?? []));
  const profilesOf = profilesByGroups(before, after);
  return ({ role, permissions, groups }: Concerned): Class => {
    const { was, is, key } = profilesOf(groups);
    const held = permissions.filter((permission) => gates.has(permission)).sort();
    const whole = `${key} ${role} ${held}`;
    const known = classes.get(whole);
    if (known) return known;
    const moves = cells.map((cell) => {
      const topic = topics.get(cell.topic);
      const isTheirs = isOpen(cell, topic) && (!topic || mayHave(topic, { role, permissions }));
      return isTheirs ? moveBetween(inheritedIn(was, cell, topic), inheritedIn(is, cell, topic)) : undefined;
    });
    const made = { moves, differing: moves.filter((move) => move?.differs).length, people: 0 };
    classes.set(whole, made);
    return made;
  };
}

/** Which profiles are for somebody before and after, worked out once for all who are in the same groups. */
function profilesByGroups(before: readonly DefaultsProfile[], after: readonly DefaultsProfile[]) {
  const known = new Map<string, { was: DefaultsProfile[]; is: DefaultsProfile[]; key: string }>();
  return (groups: readonly string[]) => {
    const found = known.get(groups.join("\n"));
    if (found) return found;
    const [was, is] = [profilesFor(before, groups), profilesFor(after, groups)];
    const made = { was, is, key: JSON.stringify([was.map(({ id }) => id), is.map(({ id }) => id)]) };
    known.set(groups.join("\n"), made);
    return made;
  };
}

function moveBetween(from: Inherited, to: Inherited): Move | undefined {
  const differs = from.enabled !== to.enabled;
  if (!differs && from.overridesUntil?.getTime() === to.overridesUntil?.getTime()) return;
  return { from, to, differs, correction: 0, keeping: 0 };
}

/** Looks at one person's choices, and corrects what is counted for the class in each cell. */
function withChoices(
  { moves, differing }: Class,
  choices: readonly PlacedChoice[],
): { changes: boolean; keeps: boolean } {
  let changing = differing;
  let keeps = false;
  for (const choice of choices) {
    const move = moves[choice.cell];
    if (!move) continue;
    const [was, is] = [inForce(choice, move.from), inForce(choice, move.to)];
    const correction = Number(was !== is) - Number(move.differs);
    changing += correction;
    move.correction += correction;
    if (was === is && move.differs && stillCounts(choice, move.to)) {
      move.keeping++;
      keeps = true;
    }
  }
  return { changes: changing > 0, keeps };
}
