DROP INDEX `decisions_user`;--> statement-breakpoint
CREATE INDEX `decisions_history` ON `decisions` (`workspace_id`,`user_id`,`at`,`event_id`);