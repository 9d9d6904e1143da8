ALTER TABLE "broadcasts" ADD COLUMN "approval_wanted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "approved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "approver_id" text collate "C";--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "second_person_from" bigint DEFAULT 1000;--> statement-breakpoint
ALTER TABLE "people_imports" ADD COLUMN "stopped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "created_by" text collate "C";