CREATE TABLE `raisings` (
	`event_id` text NOT NULL,
	`trigger_id` text NOT NULL,
	`name` text NOT NULL,
	`raised_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`event_id`, `trigger_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `raisings_latest` ON `raisings` (`trigger_id`,`at`);--> statement-breakpoint
CREATE TABLE `triggers` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`topic` text NOT NULL,
	`condition` text,
	`raises` text NOT NULL,
	`relations` text NOT NULL,
	`groups` text NOT NULL,
	`created_at` integer NOT NULL,
	`off_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `triggers_list` ON `triggers` (`workspace_id`,`id`);