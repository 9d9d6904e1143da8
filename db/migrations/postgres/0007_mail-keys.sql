CREATE TABLE "mail_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"secret" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_keys" ADD CONSTRAINT "mail_keys_workspace" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_keys_newest" ON "mail_keys" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_keys_age" ON "mail_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "provider_notes_age" ON "provider_notes" USING btree ("sent_at");