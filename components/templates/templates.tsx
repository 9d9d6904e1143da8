"use client";

import { Tag, TopicList } from "@/components/topics/topic-list";
import type { CatalogueSection, TopicRow } from "@/lib/core/catalogue-view";

const KINDS = { "In your words": ({ worded }: TopicRow) => worded };

/** The topics, each with what it says (R86). */
export function Templates({ sections }: { sections: readonly CatalogueSection[] }) {
  return (
    <div className="space-y-5">
      <div>
        <h1 className="font-semibold text-xl">Templates</h1>
        <p className="max-w-prose text-muted-foreground">
          What notifications say, and what email, other apps and phones say instead. Choose a topic to put it in your
          words.
        </p>
      </div>
      <TopicList
        sections={sections}
        kinds={KINDS}
        base="/admin/templates"
        sign={({ worded }) => (worded ? <Tag>In your words</Tag> : null)}
      />
    </div>
  );
}
