CREATE TABLE `merge_members` (
	`window_id` text NOT NULL,
	`event_id` text NOT NULL,
	`user_id` text NOT NULL,
	`routes` text NOT NULL,
	PRIMARY KEY(`window_id`, `event_id`),
	FOREIGN KEY (`window_id`) REFERENCES `merge_windows`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `merge_members_event` ON `merge_members` (`event_id`);--> statement-breakpoint
CREATE TABLE `merge_windows` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`topic` text NOT NULL,
	`closes_at` integer NOT NULL,
	`changes` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merge_windows_open` ON `merge_windows` (`workspace_id`,`user_id`,`topic`);--> statement-breakpoint
CREATE INDEX `merge_windows_due` ON `merge_windows` (`closes_at`);