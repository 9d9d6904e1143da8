CREATE TABLE "acknowledgements" (
	"workspace_id" text collate "C" NOT NULL,
	"broadcast_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "acknowledgements_broadcast_id_user_id_pk" PRIMARY KEY("broadcast_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"chase_id" text collate "C",
	"chased_at" timestamp (3) with time zone,
	"maker_id" text collate "C",
	"sender" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"body_html" text collate "C" NOT NULL,
	"url" text collate "C",
	"audience" jsonb NOT NULL,
	"email" boolean NOT NULL,
	"urgency" text collate "C" NOT NULL,
	"require_acknowledgement" boolean NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"recalled_at" timestamp (3) with time zone,
	"expired_at" timestamp (3) with time zone,
	"people" bigint NOT NULL,
	"decided" bigint DEFAULT 0 NOT NULL,
	"notified" bigint DEFAULT 0 NOT NULL,
	"read_before" bigint DEFAULT 0 NOT NULL,
	"sweep_cursor" text collate "C",
	"test" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_broadcast" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_person" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcasts_list" ON "broadcasts" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "broadcasts_sweep" ON "broadcasts" USING btree ("expires_at") WHERE sweep_cursor is not null or (expires_at is not null and expired_at is null and recalled_at is null);