import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { newVapidKeys } from "@/lib/channels/push/new-vapid-keys";
import type { VapidKeys } from "@/lib/channels/push/push";
import type { Env } from "@/lib/env";
import { dataFile, keptFile } from "./kept-file";

const Kept = z.object({ publicKey: z.string().length(87), privateKey: z.string().length(43) });

/**
 * What pushes are signed with: `VAPID_*`, or keys made at first start and kept beside the database. Devices are bound to
 * them: with others each must be allowed anew. Several machines need the same ones: set them there.
 */
export function vapidKeys(
  env: Pick<Env, "VAPID_PUBLIC_KEY" | "VAPID_PRIVATE_KEY" | "VAPID_SUBJECT" | "DATABASE_URL" | "EMAIL_FROM">,
  publicUrl: string,
): VapidKeys {
  const subject = env.VAPID_SUBJECT ?? (publicUrl.startsWith("https:") ? publicUrl : mailto(env.EMAIL_FROM));
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (publicKey && privateKey) return { publicKey, privateKey, subject };
  const file = dataFile(env.DATABASE_URL, "vapid-keys.json");
  try {
    const text = keptFile(file, () => JSON.stringify(newVapidKeys()), keysIn);
    return { ...keysIn(text), subject };
  } catch (cause) {
    throw new AppError("internal", `VAPID_PUBLIC_KEY is not set and ${file} cannot be used. Remove it.`, { cause });
  }
}

function keysIn(text: string): z.infer<typeof Kept> {
  return Kept.parse(JSON.parse(text));
}

function mailto(from: string): string {
  return `mailto:${/<(.+)>$/.exec(from)?.[1] ?? from}`;
}
