CREATE TABLE "export_parts" (
	"export_id" text collate "C" NOT NULL,
	"number" bigint NOT NULL,
	"text" text collate "C" NOT NULL,
	CONSTRAINT "export_parts_export_id_number_pk" PRIMARY KEY("export_id","number")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" text collate "C" NOT NULL,
	"number" bigint NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C",
	"email" text collate "C",
	"cells" jsonb,
	"faults" jsonb,
	CONSTRAINT "import_rows_import_id_number_pk" PRIMARY KEY("import_id","number")
);
--> statement-breakpoint
CREATE TABLE "people_exports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"file_name" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"fault" text collate "C",
	"failures" bigint DEFAULT 0 NOT NULL,
	"selection" jsonb NOT NULL,
	"total" bigint NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"cursor" text collate "C" DEFAULT '' NOT NULL,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "people_imports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"workspace_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"file_name" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"fault" text collate "C",
	"failures" bigint DEFAULT 0 NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"faulty" bigint DEFAULT 0 NOT NULL,
	"fresh" bigint DEFAULT 0 NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"cursor" bigint DEFAULT 0 NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"created" bigint DEFAULT 0 NOT NULL,
	"updated" bigint DEFAULT 0 NOT NULL,
	"refused" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "large_export_rows" bigint DEFAULT 1000;--> statement-breakpoint
ALTER TABLE "export_parts" ADD CONSTRAINT "export_parts_export_id_people_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."people_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_people_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."people_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_exports" ADD CONSTRAINT "people_exports_maker" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_maker" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."users"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_person" ON "import_rows" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "import_rows_address" ON "import_rows" USING btree ("workspace_id","email");--> statement-breakpoint
CREATE INDEX "people_exports_list" ON "people_exports" USING btree ("workspace_id","user_id","id");--> statement-breakpoint
CREATE INDEX "people_exports_due" ON "people_exports" USING btree ("id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "people_imports_list" ON "people_imports" USING btree ("workspace_id","user_id","id");--> statement-breakpoint
CREATE INDEX "people_imports_due" ON "people_imports" USING btree ("id") WHERE started_at is not null and ended_at is null;