CREATE TABLE `export_parts` (
	`export_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`export_id`, `number`),
	FOREIGN KEY (`export_id`) REFERENCES `people_exports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`number` integer NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text,
	`email` text,
	`cells` text,
	`faults` text,
	PRIMARY KEY(`import_id`, `number`),
	FOREIGN KEY (`import_id`) REFERENCES `people_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `import_rows_person` ON `import_rows` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `import_rows_address` ON `import_rows` (`workspace_id`,`email`);--> statement-breakpoint
CREATE TABLE `people_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`address` text NOT NULL,
	`file_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`fault` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`selection` text NOT NULL,
	`total` integer NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`bytes` integer DEFAULT 0 NOT NULL,
	`cursor` text DEFAULT '' NOT NULL,
	`expires_at` integer,
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `people_exports_list` ON `people_exports` (`workspace_id`,`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `people_exports_due` ON `people_exports` (`id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `people_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`address` text NOT NULL,
	`file_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`fault` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`faulty` integer DEFAULT 0 NOT NULL,
	`fresh` integer DEFAULT 0 NOT NULL,
	`checked_at` integer,
	`started_at` integer,
	`cursor` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`created` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`workspace_id`,`user_id`) REFERENCES `users`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `people_imports_list` ON `people_imports` (`workspace_id`,`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `people_imports_due` ON `people_imports` (`id`) WHERE started_at is not null and ended_at is null;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `large_export_rows` integer DEFAULT 1000;