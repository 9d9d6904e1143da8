DROP INDEX `deliveries_due`;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `rank` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`rank`,`workspace_id`,`lane`,`due_at`,`id`) WHERE state = 'pending' and (leader_id is null or leader_id = id);--> statement-breakpoint
DROP INDEX `events_due`;--> statement-breakpoint
ALTER TABLE `events` ADD `rank` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `events_urgent` ON `events` (`rank`,`workspace_id`,`due_at`) WHERE status in ('accepted', 'scheduled') and rank = 0;--> statement-breakpoint
CREATE INDEX `events_app` ON `events` (`app_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_due` ON `events` (`workspace_id`,`due_at`) WHERE status in ('accepted', 'scheduled');