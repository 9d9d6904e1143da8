CREATE TABLE "attempts" (
	"delivery_id" text collate "C" NOT NULL,
	"number" bigint NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"status" bigint,
	"words" text collate "C",
	"ambiguous" boolean NOT NULL,
	CONSTRAINT "attempts_delivery_id_number_pk" PRIMARY KEY("delivery_id","number")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C",
	"channel" text collate "C" NOT NULL,
	"label" text collate "C" NOT NULL,
	"config" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_sent_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"disabled_reason" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"notification_id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"connection_id" text collate "C",
	"lane" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"detail" text collate "C",
	"destination" text collate "C",
	"content" jsonb,
	"due_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"claimed_at" timestamp (3) with time zone,
	"claims" bigint DEFAULT 0 NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"lost" bigint DEFAULT 0 NOT NULL,
	"leader_id" text collate "C",
	"key" text collate "C" NOT NULL,
	"uncertain_since" timestamp (3) with time zone,
	"provider_id" text collate "C",
	"cap_day" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gates" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"ready_at" timestamp (3) with time zone NOT NULL,
	"failures" bigint DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_counts" (
	"workspace_id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"taken" bigint NOT NULL,
	CONSTRAINT "mail_counts_workspace_id_topic_address_day_pk" PRIMARY KEY("workspace_id","topic","address","day")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"from" text collate "C" NOT NULL,
	"to" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"html" text collate "C" NOT NULL,
	"headers" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"workspace_id" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"cause" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "suppressions_workspace_id_channel_address_pk" PRIMARY KEY("workspace_id","channel","address")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_user" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_person" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_counts" ADD CONSTRAINT "mail_counts_workspace" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_workspace" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connections_person" ON "connections" USING btree ("workspace_id","user_id","channel");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("workspace_id","user_id","event_id","lane");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("lane","due_at","id") WHERE state = 'pending' and (leader_id is null or leader_id = id);--> statement-breakpoint
CREATE INDEX "deliveries_held" ON "deliveries" USING btree ("due_at") WHERE state = 'pending' and (leader_id is null or leader_id = id) and (lease_until is not null or lost > 0);--> statement-breakpoint
CREATE INDEX "deliveries_pending" ON "deliveries" USING btree ("notification_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("leader_id") WHERE leader_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_failed" ON "deliveries" USING btree ("workspace_id","id") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "mail_counts_day" ON "mail_counts" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("key");--> statement-breakpoint
CREATE INDEX "outbox_list" ON "outbox" USING btree ("workspace_id","id");