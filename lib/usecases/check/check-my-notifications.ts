import { z } from "zod";
import { countCapped, lastSent, listTeams } from "@/db/queries/checks";
import { listConnections } from "@/db/queries/connections";
import { findSchedule } from "@/db/queries/schedules";
import { findUser } from "@/db/queries/users";
import { CHANNELS, type Channel } from "@/lib/core/channel";
import { type ChannelCheck, type CheckView, silencesOf, topicCounts } from "@/lib/core/check-view";
import { CONNECTED_CHANNELS } from "@/lib/core/connected";
import { instantOf, localTimeOf } from "@/lib/core/local-time";
import { scheduleOf } from "@/lib/core/schedule";
import { needUser, type UserContext } from "../context";
import { getBell } from "../inbox/get-bell";
import { suppressedAmong } from "../mail/hidden-address";
import { readMyPreferences } from "../preferences/read-my-preferences";
import { found, userVerb } from "../use-case";

/** Whether what comes for me now would reach me, channel by channel, and why not (R92, R93). */
export const checkMyNotifications = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<CheckView> {
    const { db, workspaceId, actor } = ctx;
    const [me, teams, rows] = await Promise.all([
      findUser(db.read, workspaceId, actor.id),
      listTeams(db.read, workspaceId, actor.id),
      listConnections(db.read, workspaceId, actor.id, CONNECTED_CHANNELS),
    ]);
    const connections = rows.map(({ id, channel, label, lastSentAt, failingSince, disabledAt }) => ({
      id,
      channel,
      label,
      lastSentAt: lastSentAt?.toISOString() ?? null,
      failing: failingSince !== null || disabledAt !== null,
    }));
    const address = found(me, "user").email;
    const channels = await checkChannels(ctx, address, connections);
    return { channels, address, teams, connections, zone: actor.timeZone };
  },
});

async function checkChannels(
  ctx: UserContext,
  address: string,
  connections: CheckView["connections"],
): Promise<ChannelCheck[]> {
  const { db, workspaceId, actor, now } = ctx;
  const midnight = instantOf({ ...localTimeOf(now, actor.timeZone), hour: 0, minute: 0 }, actor.timeZone);
  const [view, schedule, sent, capped, suppressed, bell] = await Promise.all([
    readMyPreferences.run(ctx, {}),
    findSchedule(db.read, workspaceId, actor.id),
    lastSent(db.read, workspaceId, actor.id),
    countCapped(db.read, workspaceId, actor.id, midnight),
    suppressedAmong(db.read, ctx, [address]),
    getBell.run(ctx, { tab: "all" }),
  ]);
  const topics = view.sections.flatMap((section) => section.topics);
  const timing = { schedule: scheduleOf(schedule), zone: actor.timeZone };
  const inBell = bell.items.find((item) => item.inBell)?.createdAt ?? null;

  return CHANNELS.map((channel) => {
    const setting = view.channels[channel];
    const own = connections.filter((one) => one.channel === channel);
    const { on, of } = topicCounts(topics, channel);
    const silences = silencesOf({
      channel,
      setting,
      on,
      timing,
      now,
      suppressed: channel === "email" && suppressed.size > 0,
      capped: channel === "email" ? capped : 0,
      // The browser says for itself what it may.
      connected: channel === "browser" || setting.connected,
      failing: own.length > 0 && own.every(({ failing }) => failing),
    });
    return { channel, on, of, lastSentAt: lastOf(channel, sent, inBell), silences };
  });
}

function lastOf(channel: Channel, sent: ReadonlyMap<Channel, Date>, inBell: string | null): string | null {
  return channel === "bell" ? inBell : (sent.get(channel)?.toISOString() ?? null);
}
