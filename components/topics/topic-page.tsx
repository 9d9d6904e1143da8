"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { TopicActions } from "@/components/topics/actions";
import { TopicForm } from "@/components/topics/topic-form";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import type { TopicDetails } from "@/lib/core/catalogue-view";

/** A topic of the workspace's own: its form, and how it goes. */
export function TopicPage({ details, actions }: { details: TopicDetails; actions: TopicActions }) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const { topic, sections, worded } = details;
  return (
    <div className="space-y-6">
      <div>
        <BackLink href="/admin/topics">Topics</BackLink>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h1 className="wrap-anywhere font-semibold text-xl">{topic.name}</h1>
            <p className="wrap-anywhere font-mono text-muted-foreground text-sm">{topic.key}</p>
            {worded ? (
              <p className="mt-1 text-muted-foreground">
                What it says is worded under{" "}
                <Link className="text-primary underline underline-offset-4" href={`/admin/templates/${topic.key}`}>
                  Templates
                </Link>
                , which goes before the words below.
              </p>
            ) : null}
          </div>
          <Button variant="outline" className="text-destructive" onClick={() => setDeleting(true)}>
            <Trash2 aria-hidden />
            Delete topic
          </Button>
        </div>
      </div>
      <TopicForm topic={topic} sections={sections} onSave={actions.save} />
      {deleting ? (
        <FormDialog
          title={`Delete ${topic.name}?`}
          button="Delete topic"
          destructive
          onSave={() => actions.remove(topic.key)}
          onDone={() => {
            toast.success(`${topic.name} is deleted`);
            router.push("/admin/topics");
          }}
          onClose={() => setDeleting(false)}
        >
          <p>
            Nobody can post to <code className="wrap-anywhere">{topic.key}</code> any more, nor choose about it. What
            was accepted before is still told, and the history keeps its name.
          </p>
        </FormDialog>
      ) : null}
    </div>
  );
}
