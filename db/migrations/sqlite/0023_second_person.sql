ALTER TABLE `broadcasts` ADD `approval_wanted_at` integer;--> statement-breakpoint
ALTER TABLE `broadcasts` ADD `approved_at` integer;--> statement-breakpoint
ALTER TABLE `broadcasts` ADD `approver_id` text;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `second_person_from` integer DEFAULT 1000;--> statement-breakpoint
ALTER TABLE `people_imports` ADD `stopped_at` integer;--> statement-breakpoint
ALTER TABLE `triggers` ADD `created_by` text;