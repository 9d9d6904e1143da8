import type { Medium, Source } from "@/lib/core/channel";

/** Where a value comes from, as quiet text beside it. */
export function sourceWords(source: Source): string {
  if (source.startsWith("profile:")) return `${source.slice("profile:".length)} profile`;
  const words: Partial<Record<Source, string>> = {
    user: "your choice",
    account: "company default",
    catalogue: "Belfry's default",
    required: "required by your company",
  };
  return words[source] ?? "";
}

/** Why a required topic cannot be switched off on a tab, and what reaches the person whatever else is off. */
export const REQUIRED_WORDS: Readonly<Record<Medium, string>> = {
  email: "Always sent by email, also when Email is off.",
  desktop: "Always shown in your bell, also when Bell is off.",
  apps: "Always on while one of your other apps is.",
  mobile: "Always on while mobile push is.",
};
