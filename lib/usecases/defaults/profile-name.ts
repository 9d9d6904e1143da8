import { z } from "zod";
import { AppError } from "@/lib/app-error";
import type { DefaultsProfile } from "@/lib/core/layers";

export const ProfileName = z.string().trim().min(1, "A profile needs a name.").max(80, "At most 80 characters.");

/** Names stand in decisions and on people's pages (`profile:<name>`), so no two profiles share one: 422. */
export function refuseTaken(profiles: readonly DefaultsProfile[], name: string, own?: string): void {
  if (!profiles.some((one) => one.id !== own && fold(one.name) === fold(name))) return;
  throw new AppError("unprocessable", `There is a profile named ${name} already.`, {
    errors: [{ pointer: "/name", detail: "Another profile has this name. Choose another one." }],
  });
}

/** `Sales copy`, `Sales copy 2`, …: the first that is free. */
export function copyName(profiles: readonly DefaultsProfile[], name: string): string {
  const taken = new Set(profiles.map((one) => fold(one.name)));
  const base = `${name.slice(0, 70)} copy`;
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? base : `${base} ${n}`;
    if (!taken.has(fold(wanted))) return wanted;
  }
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
