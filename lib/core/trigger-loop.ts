type Edge = { topic: string; raises: string };

/** The ring of topics that `added` would close with the others, beginning and ending with the same; null: it closes none. */
export function loopOf(others: readonly Edge[], added: Edge): string[] | null {
  const way = wayTo(added.topic, added.raises, others, new Set());
  return way && [added.topic, ...way];
}

/** The topics from `from` to `goal`, both among them. */
function wayTo(goal: string, from: string, edges: readonly Edge[], seen: Set<string>): string[] | null {
  if (from === goal) return [from];
  if (seen.has(from)) return null;
  seen.add(from);
  for (const { topic, raises } of edges) {
    const rest = topic === from ? wayTo(goal, raises, edges, seen) : null;
    if (rest) return [from, ...rest];
  }
  return null;
}
