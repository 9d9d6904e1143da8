CREATE TABLE "default_changes" (
	"workspace_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"profile_id" text collate "C" NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "default_changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "user_settings" (
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"red_dot" boolean,
	"sound" text collate "C",
	"defaults_seen_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_settings_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "user_topic_sounds" (
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"sound" text collate "C" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_topic_sounds_workspace_id_user_id_topic_pk" PRIMARY KEY("workspace_id","user_id","topic")
);
--> statement-breakpoint
ALTER TABLE "profile_defaults" ADD COLUMN "overrides_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "default_changes" ADD CONSTRAINT "default_changes_profile" FOREIGN KEY ("workspace_id","profile_id") REFERENCES "public"."profiles"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_settings" ADD CONSTRAINT "user_settings_person" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_topic_sounds" ADD CONSTRAINT "user_topic_sounds_person" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "default_changes_recent" ON "default_changes" USING btree ("workspace_id","made_at");