ALTER TABLE `presence` ADD `open_at` integer;--> statement-breakpoint
ALTER TABLE `notifications` ADD `browser` integer DEFAULT false NOT NULL;