ALTER TABLE `users` ADD `search_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `users_search` ON `users` (`workspace_id`,`search_text`,`id`);--> statement-breakpoint
UPDATE `users` SET `search_text` = lower(`name` || ' ' || `email` || ' ' || `id`);