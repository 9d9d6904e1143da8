CREATE TABLE `acknowledgements` (
	`workspace_id` text NOT NULL,
	`broadcast_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`broadcast_id`, `user_id`),
	FOREIGN KEY (`broadcast_id`) REFERENCES `broadcasts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `broadcasts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`event_id` text NOT NULL,
	`chase_id` text,
	`chased_at` integer,
	`maker_id` text,
	`sender` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`body_html` text NOT NULL,
	`url` text,
	`audience` text NOT NULL,
	`email` integer NOT NULL,
	`urgency` text NOT NULL,
	`require_acknowledgement` integer NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`paused_at` integer,
	`recalled_at` integer,
	`expired_at` integer,
	`people` integer NOT NULL,
	`decided` integer DEFAULT 0 NOT NULL,
	`notified` integer DEFAULT 0 NOT NULL,
	`read_before` integer DEFAULT 0 NOT NULL,
	`sweep_cursor` text,
	`test` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `broadcasts_list` ON `broadcasts` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `broadcasts_sweep` ON `broadcasts` (`expires_at`) WHERE sweep_cursor is not null or (expires_at is not null and expired_at is null and recalled_at is null);