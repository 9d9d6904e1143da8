import type { Belfry } from "./start-belfry";

/** The person whose pages are looked at in Chromium. */
export const READER = { id: "person-0", email: "bench@example.com", password: "seventeen violet anchors" };

/** Makes the reader, or gives a person of that id the reader's password. */
export async function makeReader(belfry: Belfry, role: "member" | "super_admin" = "member"): Promise<void> {
  const { id, email, password } = READER;
  const options = { id, email, name: "Bench", password, role };
  await belfry.cli("user", "set", ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]));
}
