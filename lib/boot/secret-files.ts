import { readFileSync } from "node:fs";

/** The settings that are secrets, or hold one. */
const SECRETS = [
  "DATABASE_URL",
  "AUTH_SECRET",
  "BELFRY_ADMIN_PASSWORD",
  "RESEND_API_KEY",
  "RESEND_WEBHOOK_SECRET",
  "SMTP_URL",
  "PUSHER_SECRET",
  "SLACK_BOT_TOKEN",
  "VAPID_PRIVATE_KEY",
];

/**
 * Reads secrets from the files that `<NAME>_FILE` name, as containers are given them (C14), into the environment, where
 * each then stands under its own name alone. Answers what is wrong.
 */
export function readSecretFiles(env: Record<string, string | undefined>): string[] {
  return SECRETS.flatMap((name) => {
    const file = env[`${name}_FILE`];
    if (!file) return [];
    if (env[name]) return [`${name}_FILE: is set beside ${name}; set one of them`];
    try {
      env[name] = readFileSync(file, "utf8").trim();
      delete env[`${name}_FILE`];
      return [];
    } catch {
      return [`${name}_FILE: names a file that cannot be read`];
    }
  });
}
