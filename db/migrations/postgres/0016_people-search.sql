ALTER TABLE "users" ADD COLUMN "search_text" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING btree ("workspace_id","search_text","id");--> statement-breakpoint
UPDATE "users" SET "search_text" = lower("name" || ' ' || "email" || ' ' || "id");