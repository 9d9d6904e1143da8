import { randomBytes } from "node:crypto";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { type Channels, createChannels } from "@/lib/channels/registry";
import { systemClock } from "@/lib/clock";
import type { Env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { createLog } from "@/lib/log";
import { createOutgoing } from "@/lib/outgoing";
import { createHub, type Hub } from "@/lib/realtime/embedded/hub";
import { createEmbeddedRealtime } from "@/lib/realtime/embedded/realtime";
import { createPusherRealtime } from "@/lib/realtime/pusher";
import type { Realtime } from "@/lib/realtime/signal";
import type { Runtime } from "@/lib/runtime";
import { keepMailsIn } from "@/lib/usecases/delivery/keep-mails";
import { authSecret } from "./secret";

/** Opens and migrates the database and joins the parts of the process. `hub` is there when realtime runs inside. */
export async function makeRuntime(env: Env): Promise<{ made: Runtime; hub: Hub | null }> {
  const log = createLog(env.LOG_LEVEL);
  const db = await openDatabase(env.DATABASE_URL);
  await db.migrate();
  const { realtime, hub } = makeRealtime(env);
  const publicUrl = (env.AUTH_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
  const made: Runtime = {
    env,
    log,
    clock: systemClock,
    db,
    realtime,
    channels: makeChannels(env, db, publicUrl),
    publicUrl,
    authSecret: authSecret(env),
    wake: () => {},
    ready: false,
    workerSeenAt: 0,
  };
  return { made, hub };
}

function makeChannels(env: Env, db: Database, publicUrl: string): Channels {
  const now = () => systemClock.now();
  return createChannels({
    ...{ from: env.EMAIL_FROM, publicUrl, smtpUrl: env.SMTP_URL, now },
    resend: env.RESEND_API_KEY ? { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL } : undefined,
    keepMails: keepMailsIn({ db, now, newId }),
    outgoing: createOutgoing({ allowPrivate: env.ALLOW_PRIVATE_TARGETS === "true" }),
  });
}

function makeRealtime(env: Env): { realtime: Realtime; hub: Hub | null } {
  const { PUSHER_APP_ID: appId, PUSHER_KEY: key, PUSHER_SECRET: secret, PUSHER_CLUSTER: cluster } = env;
  const { PUSHER_HOST: host, PUSHER_PORT: port, PUSHER_TLS } = env;
  if (appId && key && secret && host) {
    return {
      realtime: createPusherRealtime({ appId, key, secret, host, port, tls: PUSHER_TLS === "true" }),
      hub: null,
    };
  }
  if (appId && key && secret && cluster) {
    return { realtime: createPusherRealtime({ appId, key, secret, cluster }), hub: null };
  }
  const own = { key: key ?? "belfry", secret: secret ?? randomBytes(32).toString("hex") };
  const hub = createHub({ appId: appId ?? "belfry", ...own });
  return { realtime: createEmbeddedRealtime(hub, own), hub };
}
