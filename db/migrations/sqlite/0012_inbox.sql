ALTER TABLE `user_settings` ADD `shortcuts` integer;--> statement-breakpoint
CREATE INDEX `notifications_snoozed` ON `notifications` (`snoozed_until`) WHERE snoozed_until is not null;