CREATE TABLE `user_schedules` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text,
	`quiet_hours` text,
	`paused_until` integer,
	`while_active` text,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
