/** How sentences speak of the recipient: to them, or about them by name. */
export interface Voice {
  they: string;
  their: string;
  are: string;
  were: string;
  have: string;
  /** The ending of a verb: "" for you, "s" for a name. */
  s: string;
}

/** `name` is null when the reader is the recipient. */
export function voiceOf(name: string | null): Voice {
  if (name === null) return { they: "you", their: "your", are: "are", were: "were", have: "have", s: "" };
  return { they: name, their: `${name}'s`, are: "is", were: "was", have: "has", s: "s" };
}

/** How sentences name the record that an event is about: "this deal", or "this". */
export function itOf(subject: { type: string } | undefined): string {
  return subject ? `this ${subject.type.replace(/[_-]+/g, " ").toLowerCase()}` : "this";
}

/** A clause as a sentence. */
export function asSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
