CREATE TABLE `default_changes` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`profile_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`made_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`,`profile_id`) REFERENCES `profiles`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `default_changes_recent` ON `default_changes` (`workspace_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `user_settings` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`red_dot` integer,
	`sound` text,
	`defaults_seen_at` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `user_topic_sounds` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`topic` text NOT NULL,
	`sound` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`, `topic`),
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `profile_defaults` ADD `overrides_until` integer;