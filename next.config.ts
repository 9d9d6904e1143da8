import type { NextConfig } from "next";

/** Nothing of Radix is modal here; see there. */
const NEVER_MODAL = "./components/ui/never-modal.ts";

const NOSNIFF = { key: "X-Content-Type-Options", value: "nosniff" };
const FILES = ["/_next/static/:path*", "/(icons|screenshots)/:path*", "/favicon.ico", "/manifest.webmanifest"];

const config: NextConfig = {
  // One copy of each for the server bundle and the route handlers: they share the process's database and logger.
  serverExternalPackages: ["better-sqlite3", "pg", "drizzle-orm", "pino", "ws", "pusher", "@node-rs/argon2"],
  // `npm test` checks the types; the first start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { resolveAlias: { "react-remove-scroll": NEVER_MODAL, "aria-hidden": NEVER_MODAL } },
  // Belfry optimises no remote images, which closes that whole class of requests (S4).
  images: { unoptimized: true },
  devIndicators: false,
  // Asked for anew each time, so that a new one is found at once; it loads nothing but what is ours.
  headers: async () => [
    // What is no page: those have theirs from proxy.ts (S20).
    ...FILES.map((source) => ({ source, headers: [NOSNIFF] })),
    {
      source: "/service-worker.js",
      headers: [
        { key: "Cache-Control", value: "no-cache" },
        { key: "Content-Security-Policy", value: "default-src 'self'" },
        NOSNIFF,
      ],
    },
  ],
};

export default config;
