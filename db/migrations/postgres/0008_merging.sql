CREATE TABLE "merge_members" (
	"window_id" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"routes" jsonb NOT NULL,
	CONSTRAINT "merge_members_window_id_event_id_pk" PRIMARY KEY("window_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "merge_windows" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"changes" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merge_members" ADD CONSTRAINT "merge_members_window" FOREIGN KEY ("window_id") REFERENCES "public"."merge_windows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_members" ADD CONSTRAINT "merge_members_happened" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_windows" ADD CONSTRAINT "merge_windows_person" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merge_members_event" ON "merge_members" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merge_windows_open" ON "merge_windows" USING btree ("workspace_id","user_id","topic");--> statement-breakpoint
CREATE INDEX "merge_windows_due" ON "merge_windows" USING btree ("closes_at");