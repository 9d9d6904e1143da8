import { seal, unseal } from "@/lib/auth/sealed";

type Config = Record<string, unknown>;

/** A connection's settings as they are kept: addresses and tokens are as good as passwords. */
export function sealedConfig(secret: string, config: Config): Config {
  return { sealed: seal(secret, config) };
}

/** A connection's settings as its channel reads them; of what cannot be opened, none. */
export function openConfig(secret: string, config: Config): Config {
  if (typeof config.sealed !== "string") return config;
  const opened = unseal(secret, config.sealed);
  return typeof opened === "object" && opened !== null ? (opened as Config) : {};
}
