"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { Tag, TopicList } from "@/components/topics/topic-list";
import { Button } from "@/components/ui/button";
import type { CatalogueSection, TopicRow } from "@/lib/core/catalogue-view";

const KINDS = {
  "Your own": ({ own }: TopicRow) => own,
  "Shipped with Belfry": ({ own }: TopicRow) => !own,
};

/** What people can choose about: the topics that ship, and the company's own. */
export function Topics({ sections }: { sections: readonly CatalogueSection[] }) {
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">Topics</h1>
          <p className="max-w-prose text-muted-foreground">What people hear of, and can choose about.</p>
        </div>
        <Button asChild>
          <Link href="/admin/topics/new">
            <Plus aria-hidden /> New topic
          </Link>
        </Button>
      </div>
      <TopicList
        sections={sections}
        kinds={KINDS}
        base="/admin/topics"
        sign={({ own }) => (own ? <Tag>Your own</Tag> : null)}
      />
    </div>
  );
}
