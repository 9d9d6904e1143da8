ALTER TABLE `workspaces` ADD `second_person_next` integer;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `second_person_next_at` integer;