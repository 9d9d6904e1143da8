"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { GroupActions } from "@/components/groups/actions";
import { Members } from "@/components/groups/members";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Part } from "@/components/ui/part";
import { TypedDialog } from "@/components/ui/typed-dialog";
import { useForm } from "@/components/ui/use-form";
import type { Page } from "@/components/ui/use-pages";
import type { GroupDetails, MemberView } from "@/lib/core/group-view";

export interface GroupPageProps {
  group: GroupDetails;
  /** Its first members. */
  first: Page<MemberView>;
  actions: GroupActions;
}

/** One group: who is in it and as what, its name, and how it goes. */
export function GroupPage({ group, first, actions }: GroupPageProps) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const { id, name } = group;
  return (
    <div className="space-y-6">
      <div>
        <BackLink href="/admin/groups">Groups</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">
          <bdi>{name}</bdi>
        </h1>
        <p className="wrap-anywhere text-muted-foreground text-sm">{id}</p>
      </div>
      <Part title="People">
        <Members group={group} first={first} actions={actions} />
      </Part>
      <Part title="Name">
        <Rename name={name} onSave={actions.rename} />
      </Part>
      <Part title="Delete">
        <p className="mb-2 max-w-xl text-muted-foreground text-sm">
          Its people stay. What is sent to the group from then on reaches nobody.
        </p>
        <Button variant="outline" className="text-destructive" onClick={() => setDeleting(true)}>
          Delete group
        </Button>
      </Part>
      {deleting ? (
        <TypedDialog
          title={`Delete ${name}?`}
          description="Its people stay; defaults and apps that name the group no longer find it. This cannot be undone."
          word={name}
          purpose="delete it"
          button="Delete group"
          keep="Keep it"
          failed="Not deleted."
          onConfirm={actions.remove}
          onDone={() => {
            toast.success(`${name} is deleted.`);
            router.push("/admin/groups");
          }}
          onClose={() => setDeleting(false)}
        />
      ) : null}
    </div>
  );
}

function Rename({ name, onSave }: { name: string; onSave: GroupActions["rename"] }) {
  const router = useRouter();
  const { faults, fault, ask } = useForm();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const wanted = String(new FormData(form).get("name") ?? "");
    const answer = await ask(form, () => onSave(wanted));
    if (!answer?.ok) return;
    toast.success("Saved");
    router.refresh();
  }

  return (
    <form onSubmit={save} noValidate className="grid max-w-xl gap-3">
      <Field
        name="name"
        label="Name of the group"
        defaultValue={name}
        fault={faults.name ?? fault ?? undefined}
        maxLength={200}
        autoComplete="off"
      />
      <div>
        <Button type="submit" variant="outline">
          Rename
        </Button>
      </div>
    </form>
  );
}
