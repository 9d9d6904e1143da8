ALTER TABLE "presence" ADD COLUMN "open_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "browser" boolean DEFAULT false NOT NULL;