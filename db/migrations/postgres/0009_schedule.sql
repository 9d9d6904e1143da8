CREATE TABLE "user_schedules" (
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"email" jsonb,
	"quiet_hours" jsonb,
	"paused_until" timestamp (3) with time zone,
	"while_active" jsonb,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_schedules_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "user_schedules" ADD CONSTRAINT "user_schedules_person" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;