import type { Channel, Medium } from "../../lib/core/channel";
import type { Sound } from "../../lib/core/sound";
import type { WorkspaceId } from "../../lib/core/workspace";
import { bool, foreignKey, index, instant, int, json, primaryKey, table, text } from "../columns/kit";
import { groups, ofUser, workspaces } from "./directory";

/** One person's yes or no for topic × medium. No row: inherited. */
export const userTopicPreferences = table(
  "user_topic_preferences",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    topic: text("topic").notNull(),
    medium: text("medium").$type<Medium>().notNull(),
    enabled: bool("enabled").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId, t.topic, t.medium] }),
    ofUser("user_topic_preferences_person", t),
  ],
);

/** One person's switch for a channel (R25, R32). No row: inherited. */
export const userChannelPreferences = table(
  "user_channel_preferences",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    enabled: bool("enabled").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId, t.channel] }), ofUser("user_channel_preferences_person", t)],
);

/** The sound one person gave a topic (R22). No row: their sound for all. */
export const userTopicSounds = table(
  "user_topic_sounds",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    topic: text("topic").notNull(),
    sound: text("sound").$type<Sound>().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId, t.topic] }), ofUser("user_topic_sounds_person", t)],
);

/** What one person set for all topics at once. No row, or null: as Belfry ships. */
export const userSettings = table(
  "user_settings",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    /** The dot on the browser tab's icon (R9). */
    redDot: bool("red_dot"),
    /** The sound of pop-ups whose topic has none of its own (R21). */
    sound: text("sound").$type<Sound>(),
    /** Whether single keys act in the inbox (WCAG 2.1.4). */
    shortcuts: bool("shortcuts"),
    /** Changes of the company's defaults until then were shown to them. */
    defaultsSeenAt: instant("defaults_seen_at"),
    /** Their lock screens are to show only that there is something (R40). */
    hidesPushText: bool("hides_push_text"),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), ofUser("user_settings_person", t)],
);

/** A named set of defaults for groups. The account's own defaults are the profile with the id `account` (R55). */
export const profiles = table(
  "profiles",
  {
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    name: text("name").notNull(),
    position: int("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const profileGroups = table(
  "profile_groups",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    profileId: text("profile_id").notNull(),
    groupId: text("group_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.profileId, t.groupId] }),
    foreignKey({
      name: "profile_groups_profile",
      columns: [t.workspaceId, t.profileId],
      foreignColumns: [profiles.workspaceId, profiles.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "profile_groups_group",
      columns: [t.workspaceId, t.groupId],
      foreignColumns: [groups.workspaceId, groups.id],
    }).onDelete("cascade"),
  ],
);

/** A default for topic × medium, or for a channel where `topic` is empty. */
export const profileDefaults = table(
  "profile_defaults",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    profileId: text("profile_id").notNull(),
    /** Empty: `target` is a channel, and this is its switch. */
    topic: text("topic").notNull(),
    target: text("target").$type<Medium | Channel>().notNull(),
    enabled: bool("enabled").notNull(),
    /** "Apply to everyone": choices that people made until then do not count here. Null: they all do. */
    overridesUntil: instant("overrides_until"),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.profileId, t.topic, t.target] }),
    foreignKey({
      name: "profile_defaults_profile",
      columns: [t.workspaceId, t.profileId],
      foreignColumns: [profiles.workspaceId, profiles.id],
    }).onDelete("cascade"),
  ],
);

/** One saved change of a profile's defaults: what undo takes back, and what people are told of. */
export const defaultChanges = table(
  "default_changes",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    id: text("id").notNull(),
    profileId: text("profile_id").notNull(),
    actorId: text("actor_id").notNull(),
    /** The rows of `profile_defaults` that it touched, as they were and as they became. */
    before: json("before").$type<unknown>().notNull(),
    after: json("after").$type<unknown>().notNull(),
    madeAt: instant("made_at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("default_changes_recent").on(t.workspaceId, t.madeAt),
    foreignKey({
      name: "default_changes_profile",
      columns: [t.workspaceId, t.profileId],
      foreignColumns: [profiles.workspaceId, profiles.id],
    }).onDelete("cascade"),
  ],
);
