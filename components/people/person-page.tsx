"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { PersonActions, PersonChange } from "@/components/people/actions";
import { EraseDialog } from "@/components/people/erase-dialog";
import { personAddress } from "@/components/people/people-query";
import { PersonForm } from "@/components/people/person-form";
import { PersonGroups } from "@/components/people/person-groups";
import { noAnswer } from "@/components/ui/answer";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Part } from "@/components/ui/part";
import { Person } from "@/components/ui/person";
import { RelativeTime } from "@/components/ui/relative-time";
import type { GroupSummary, PersonDetails } from "@/lib/core/person-view";

export interface PersonPageProps {
  person: PersonDetails;
  groups: readonly GroupSummary[];
  zone: string;
  actions: PersonActions;
}

/** One person: who they are, what they may, where they belong, and how they go. */
export function PersonPage({ person, groups, zone, actions }: PersonPageProps) {
  const router = useRouter();
  const [erasing, setErasing] = useState(false);
  const { id, name, active } = person;

  async function save(change: PersonChange, words: string) {
    const answer = await actions.save(change).catch(noAnswer);
    if (answer.ok) {
      toast.success(words);
      router.refresh();
    }
    return answer;
  }

  async function setActive(wanted: boolean) {
    const answer = await save({ id, active: wanted }, `${name} is ${wanted ? "active again" : "deactivated"}.`);
    if (!answer.ok) toast.error("Not changed", { description: answer.detail });
  }

  return (
    <div className="space-y-6">
      <Head person={person} zone={zone} />
      <Part title="Details">
        <PersonForm person={person} button="Save" onSave={(change) => save(change, "Saved")} />
      </Part>
      <Part title="Groups">
        <PersonGroups id={id} memberships={person.groups} groups={groups} onSave={actions.setGroups} />
      </Part>
      <Part title="Access and data">
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" onClick={() => setActive(!active)}>
            {active ? "Deactivate" : "Activate again"}
          </Button>
          <Button asChild variant="outline">
            <a href={`${personAddress(id)}/export`} download={`${id}.json`}>
              <Download aria-hidden />
              Export data
            </a>
          </Button>
          <Button variant="outline" className="text-destructive" onClick={() => setErasing(true)}>
            Erase person
          </Button>
        </div>
        <p className="mt-2 max-w-xl text-muted-foreground text-sm">
          People who are deactivated cannot sign in, and nothing is sent to them. Their choices stay.
        </p>
      </Part>
      {erasing ? <EraseDialog person={person} onErase={actions.erase} onClose={() => setErasing(false)} /> : null}
    </div>
  );
}

function Head({ person: { id, name, active, activeAt }, zone }: { person: PersonDetails; zone: string }) {
  return (
    <div>
      <BackLink href="/admin/people">People</BackLink>
      <div className="flex items-center gap-3">
        <Person name={name} id={id} className="size-10" />
        <div className="min-w-0">
          <h1 className="wrap-anywhere font-semibold text-xl">
            <bdi>{name}</bdi>
          </h1>
          <p className="wrap-anywhere text-muted-foreground text-sm">
            <span>{id}</span> · {active ? "Active" : "Deactivated"} ·{" "}
            {activeAt ? (
              <>
                last here <RelativeTime at={activeAt} zone={zone} />
              </>
            ) : (
              "never here"
            )}
          </p>
        </div>
      </div>
    </div>
  );
}
