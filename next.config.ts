import type { NextConfig } from "next";

const config: NextConfig = {
  // One copy of each for the server bundle and the route handlers: they share the process's database and logger.
  serverExternalPackages: ["better-sqlite3", "pg", "drizzle-orm", "pino", "ws", "pusher", "@node-rs/argon2"],
  // `npm test` checks the types; the first start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Belfry optimises no remote images, which closes that whole class of requests (S4).
  images: { unoptimized: true },
  devIndicators: false,
};

export default config;
