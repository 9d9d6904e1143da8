CREATE TABLE `summaries` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`topic` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`, `topic`, `day`),
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `summaries_day` ON `summaries` (`day`);--> statement-breakpoint
ALTER TABLE `deliveries` ADD `digest_id` text;--> statement-breakpoint
CREATE INDEX `deliveries_waiting` ON `deliveries` (`workspace_id`,`user_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `deliveries_digest` ON `deliveries` (`digest_id`) WHERE digest_id is not null;