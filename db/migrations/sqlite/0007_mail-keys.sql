CREATE TABLE `mail_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mail_keys_newest` ON `mail_keys` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mail_keys_age` ON `mail_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `provider_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `provider_notes_age` ON `provider_notes` (`sent_at`);