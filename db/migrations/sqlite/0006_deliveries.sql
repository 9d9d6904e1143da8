CREATE TABLE `attempts` (
	`delivery_id` text NOT NULL,
	`number` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`status` integer,
	`words` text,
	`ambiguous` integer NOT NULL,
	PRIMARY KEY(`delivery_id`, `number`),
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text,
	`channel` text NOT NULL,
	`label` text NOT NULL,
	`config` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_sent_at` integer,
	`failing_since` integer,
	`disabled_at` integer,
	`disabled_reason` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `connections_person` ON `connections` (`workspace_id`,`user_id`,`channel`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`event_id` text NOT NULL,
	`notification_id` text NOT NULL,
	`topic` text NOT NULL,
	`channel` text NOT NULL,
	`connection_id` text,
	`lane` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`detail` text,
	`destination` text,
	`content` text,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`claimed_at` integer,
	`claims` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lost` integer DEFAULT 0 NOT NULL,
	`leader_id` text,
	`key` text NOT NULL,
	`uncertain_since` integer,
	`provider_id` text,
	`cap_day` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`workspace_id`,`user_id`,`event_id`,`lane`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`lane`,`due_at`,`id`) WHERE state = 'pending' and (leader_id is null or leader_id = id);--> statement-breakpoint
CREATE INDEX `deliveries_held` ON `deliveries` (`due_at`) WHERE state = 'pending' and (leader_id is null or leader_id = id) and (lease_until is not null or lost > 0);--> statement-breakpoint
CREATE INDEX `deliveries_pending` ON `deliveries` (`notification_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `deliveries_batch` ON `deliveries` (`leader_id`) WHERE leader_id is not null;--> statement-breakpoint
CREATE INDEX `deliveries_failed` ON `deliveries` (`workspace_id`,`id`) WHERE state = 'failed';--> statement-breakpoint
CREATE TABLE `gates` (
	`key` text PRIMARY KEY NOT NULL,
	`ready_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_counts` (
	`workspace_id` text NOT NULL,
	`topic` text NOT NULL,
	`address` text NOT NULL,
	`day` text NOT NULL,
	`taken` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `topic`, `address`, `day`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mail_counts_day` ON `mail_counts` (`day`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`key` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`headers` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_list` ON `outbox` (`workspace_id`,`id`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`workspace_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`cause` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `channel`, `address`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
