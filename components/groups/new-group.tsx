"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { groupAddress } from "@/components/groups/actions";
import type { Answer } from "@/components/ui/answer";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";

/** Makes a group by hand, where no integration brings it. */
export function NewGroup({
  onCreate,
  onClose,
}: {
  onCreate(id: string, name: string): Promise<Answer<{ id: string }>>;
  onClose(): void;
}) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [id, setId] = useState("");
  return (
    <FormDialog
      title="New group"
      button="Create"
      onSave={() => onCreate(id.trim(), name)}
      onDone={({ id }) => router.push(groupAddress(id))}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <Field
            name="name"
            id="group-name"
            label="Name"
            fault={faults.name}
            value={name}
            onChange={({ target }) => setName(target.value)}
            maxLength={200}
            autoComplete="off"
          />
          <Field
            name="id"
            id="group-id"
            label="Id"
            hint="The one that your apps use for this group. It cannot be changed later."
            fault={faults.id}
            value={id}
            onChange={({ target }) => setId(target.value)}
            maxLength={128}
            autoComplete="off"
            spellCheck={false}
          />
        </>
      )}
    </FormDialog>
  );
}
