ALTER TABLE "workspaces" ADD COLUMN "second_person_next" bigint;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "second_person_next_at" timestamp (3) with time zone;