import { randomBytes } from "node:crypto";
import { openDatabase } from "@/db/client";
import type { VapidKeys } from "@/lib/channels/push/push";
import { type Channels, createChannels } from "@/lib/channels/registry";
import type { Env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { createLog } from "@/lib/log";
import { createOutgoingInThread } from "@/lib/outgoing/in-thread";
import { createHub, type Hub } from "@/lib/realtime/embedded/hub";
import { createEmbeddedRealtime } from "@/lib/realtime/embedded/realtime";
import { createPusherRealtime } from "@/lib/realtime/pusher";
import type { Realtime } from "@/lib/realtime/signal";
import type { Runtime } from "@/lib/runtime";
import { slackTokenIn } from "@/lib/usecases/connections/slack-token";
import { keepMailsIn } from "@/lib/usecases/delivery/keep-mails";
import { databaseClock } from "./database-clock";
import { authSecret } from "./secret";
import { vapidKeys } from "./vapid";

/** Opens and migrates the database and joins the parts of the process. `hub` is there when realtime runs inside. */
export async function makeRuntime(env: Env): Promise<{ made: Runtime; hub: Hub | null }> {
  const log = createLog(env.LOG_LEVEL);
  const db = await openDatabase(env.DATABASE_URL);
  await db.migrate();
  const clock = await databaseClock(db);
  const { realtime, hub } = makeRealtime(env);
  const publicUrl = (env.AUTH_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
  const vapid = vapidKeys(env, publicUrl);
  const secret = authSecret(env);
  const made: Runtime = {
    env,
    log,
    clock,
    db,
    realtime,
    channels: makeChannels(env, { db, clock, log, publicUrl, vapid, secret }),
    pushKey: vapid.publicKey,
    publicUrl,
    authSecret: secret,
    wake: () => {},
    ready: false,
    workerSeenAt: 0,
  };
  return { made, hub };
}

interface Parts extends Pick<Runtime, "db" | "clock" | "log" | "publicUrl"> {
  vapid: VapidKeys;
  secret: string;
}

function makeChannels(env: Env, { db, clock, log, publicUrl, vapid, secret }: Parts): Channels {
  const now = () => clock.now();
  const allowPrivate = env.ALLOW_PRIVATE_TARGETS;
  const onKeysRefused = (words: string) => log.error({ words }, "a push service refuses our VAPID keys");
  return createChannels({
    from: env.EMAIL_FROM,
    publicUrl,
    smtpUrl: env.SMTP_URL,
    now,
    resend: env.RESEND_API_KEY ? { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL } : undefined,
    keepMails: keepMailsIn({ db, now, newId }),
    outgoing: createOutgoingInThread({ allowPrivate }),
    slack: {
      apiUrl: env.SLACK_API_URL,
      tokenOf: slackTokenIn({ db, secret, common: env.SLACK_BOT_TOKEN ?? null }),
    },
    push: { vapid, allowPrivate, onKeysRefused },
  });
}

function makeRealtime(env: Env): { realtime: Realtime; hub: Hub | null } {
  const { PUSHER_APP_ID: appId, PUSHER_KEY: key, PUSHER_SECRET: secret, PUSHER_CLUSTER: cluster } = env;
  const { PUSHER_HOST: host, PUSHER_PORT: port, PUSHER_TLS } = env;
  if (appId && key && secret && host) {
    return {
      realtime: createPusherRealtime({ appId, key, secret, host, port, tls: PUSHER_TLS }),
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
