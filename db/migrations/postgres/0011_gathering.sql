CREATE TABLE "summaries" (
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	CONSTRAINT "summaries_workspace_id_user_id_topic_day_pk" PRIMARY KEY("workspace_id","user_id","topic","day")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "digest_id" text collate "C";--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_person" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summaries_day" ON "summaries" USING btree ("day");--> statement-breakpoint
CREATE INDEX "deliveries_waiting" ON "deliveries" USING btree ("workspace_id","user_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_digest" ON "deliveries" USING btree ("digest_id") WHERE digest_id is not null;