"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { PersonChange } from "@/components/people/actions";
import { personAddress } from "@/components/people/people-query";
import { PersonForm } from "@/components/people/person-form";
import type { Answer } from "@/components/ui/answer";
import { BackLink } from "@/components/ui/back-link";

/** Makes a person by hand, where no integration brings them. */
export function NewPerson({ onCreate }: { onCreate(change: PersonChange): Promise<Answer<{ id: string }>> }) {
  const router = useRouter();
  async function create(change: PersonChange) {
    const answer = await onCreate(change);
    if (answer.ok) {
      toast.success(`${change.name} is here.`);
      router.push(personAddress(answer.value.id));
    }
    return answer;
  }
  return (
    <div className="space-y-4">
      <div>
        <BackLink href="/admin/people">People</BackLink>
        <h1 className="font-semibold text-xl">New person</h1>
        <p className="text-muted-foreground">They sign in once they have a password or your sign-in knows them.</p>
      </div>
      <PersonForm person={null} button="Create" onSave={create} />
    </div>
  );
}
