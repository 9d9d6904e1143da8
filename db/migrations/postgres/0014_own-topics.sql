CREATE TABLE "rate_windows" (
	"app_id" text collate "C" PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"used" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "rate_limit" bigint;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rate_windows" ADD CONSTRAINT "rate_windows_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;