ALTER TABLE `events` ADD `unheard` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `events_suspect` ON `events` (`due_at`) WHERE status in ('accepted', 'scheduled') and unheard > 1;