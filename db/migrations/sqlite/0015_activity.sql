CREATE INDEX `deliveries_list` ON `deliveries` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_list` ON `events` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_topic` ON `events` (`workspace_id`,`topic`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_apart` ON `events` (`workspace_id`,`status`,`created_at`,`id`) WHERE status in ('merging', 'cancelled');