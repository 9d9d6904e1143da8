CREATE TABLE "raisings" (
	"event_id" text collate "C" NOT NULL,
	"trigger_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"raised_id" text collate "C",
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "raisings_event_id_trigger_id_pk" PRIMARY KEY("event_id","trigger_id")
);
--> statement-breakpoint
CREATE TABLE "triggers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"condition" text collate "C",
	"raises" text collate "C" NOT NULL,
	"relations" jsonb NOT NULL,
	"groups" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"off_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "raisings" ADD CONSTRAINT "raisings_cause" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triggers" ADD CONSTRAINT "triggers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "raisings_latest" ON "raisings" USING btree ("trigger_id","at");--> statement-breakpoint
CREATE INDEX "triggers_list" ON "triggers" USING btree ("workspace_id","id");