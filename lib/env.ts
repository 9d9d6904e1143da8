import { z } from "zod";
import { isLoopback } from "./loopback";

const whole = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);
const YES = ["true", "1", "yes", "on"];
const NO = ["false", "0", "no", "off"];
const flag = (fallback: "true" | "false") =>
  z
    .string()
    .toLowerCase()
    .pipe(z.enum([...YES, ...NO], "use true or false"))
    .default(fallback)
    .transform((word) => YES.includes(word));

const DatabaseUrl = z
  .string()
  .regex(/^(file:.+|postgres(ql)?:\/\/.+)/, "use file:./data/belfry.db or postgres://user:password@host/database")
  .default("file:./data/belfry.db");

const PublicUrl = z
  .string()
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  }, "use an https address; plain http only for loopback")
  .optional();

const Environment = z.object({
  DATABASE_URL: DatabaseUrl,
  PORT: whole(3000, 65_535),
  HOST: z.string().min(1).default("127.0.0.1"),
  AUTH_URL: PublicUrl,
  AUTH_SECRET: z.string().min(32, "use at least 32 characters: openssl rand -base64 33").optional(),
  BELFRY_ADMIN_EMAIL: z.email("use an email address").optional(),
  BELFRY_ADMIN_PASSWORD: z.string().min(12, "use at least 12 characters").optional(),
  EMAIL_FROM: z
    .string()
    .regex(/^([^<>\p{Cc}"]+ <)?[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>?$/u, "use an address, or: Belfry <belfry@example.com>")
    .default("Belfry <belfry@localhost>"),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: z.url({ protocol: /^https?$/, error: "use an address" }).optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: "use an address" }).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, "use smtp://user:password@host:port, or smtps://…")
    .optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[A-Za-z0-9_-]{86}$/, "use a public key of P-256 in base64url, of 87 characters")
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, "use the private key that belongs to it, of 43 characters")
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, "use mailto: and an address, or an https address")
    .optional(),
  /** For tests: webhooks and pushes may reach loopback, by plain http too. */
  ALLOW_PRIVATE_TARGETS: flag("false"),
  EMAIL_DAILY_CAP: whole(1000, 1_000_000),
  PUSHER_APP_ID: z.string().optional(),
  PUSHER_KEY: z.string().optional(),
  PUSHER_SECRET: z.string().optional(),
  PUSHER_CLUSTER: z.string().optional(),
  PUSHER_HOST: z.string().optional(),
  PUSHER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PUSHER_TLS: flag("true"),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^(whsec_)?[A-Za-z0-9+/]{16,}={0,2}$/, "use the signing secret that Resend shows: whsec_ and base64")
    .optional(),
  /** Reverse proxies in front of Belfry whose `X-Forwarded-For` is believed. */
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  ACTIVE_WINDOW_SECONDS: whole(60, 3600),
  /** How long assignments of one kind wait for each other; 0: they are told at once (R77). */
  MERGE_WINDOW_SECONDS: z.coerce.number().int().min(0).max(86_400).default(300),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
});

export type Env = z.infer<typeof Environment>;

/**
 * Reads the settings (api.md, section 1), or names every wrong one at once. The value itself is never repeated:
 * it may be a secret (F42).
 */
export function readEnv(source: Record<string, string | undefined>): { env: Env } | { faults: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...missingCompanions(given),
  ];
  return parsed.success && faults.length === 0 ? { env: parsed.data } : { faults };
}

/** Settings that mean something only together. */
function missingCompanions(given: Record<string, string | undefined>): string[] {
  const service = given.PUSHER_HOST ? "PUSHER_HOST" : given.PUSHER_CLUSTER ? "PUSHER_CLUSTER" : undefined;
  const pairs = [
    ["BELFRY_ADMIN_EMAIL", "BELFRY_ADMIN_PASSWORD"],
    ["BELFRY_ADMIN_PASSWORD", "BELFRY_ADMIN_EMAIL"],
    ...(isOnLoopback(given.RESEND_BASE_URL) ? [] : [["RESEND_API_KEY", "EMAIL_FROM"]]),
    ...(isOnLoopback(given.SMTP_URL) ? [] : [["SMTP_URL", "EMAIL_FROM"]]),
    ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY"],
    ["VAPID_PRIVATE_KEY", "VAPID_PUBLIC_KEY"],
    ...(service ? ["PUSHER_APP_ID", "PUSHER_KEY", "PUSHER_SECRET"].map((name) => [service, name]) : []),
  ] as [string, string][];
  return pairs.flatMap(([set, needed]) => (given[set] && !given[needed] ? [`${needed}: is needed with ${set}`] : []));
}

/** A stand-in on this machine takes mails from any sender. */
function isOnLoopback(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && isLoopback(new URL(url).hostname);
}
