CREATE TABLE `rate_windows` (
	`app_id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`used` integer NOT NULL,
	FOREIGN KEY (`app_id`) REFERENCES `apps`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `apps` ADD `rate_limit` integer;--> statement-breakpoint
ALTER TABLE `topics` ADD `removed_at` integer;