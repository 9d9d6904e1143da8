CREATE INDEX "deliveries_list" ON "deliveries" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_list" ON "events" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_topic" ON "events" USING btree ("workspace_id","topic","created_at","id");--> statement-breakpoint
CREATE INDEX "events_apart" ON "events" USING btree ("workspace_id","status","created_at","id") WHERE status in ('merging', 'cancelled');