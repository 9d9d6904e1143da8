"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { TransfersActions } from "@/components/transfers/actions";
import { faultOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { readCount } from "@/components/ui/read-count";

/** Above how many rows an export is reported to super admins (R82). */
export function LargeExport({ rows, onSave }: { rows: number | null; onSave: TransfersActions["saveLargeExport"] }) {
  const router = useRouter();
  const [fault, setFault] = useState<string>();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = readCount(new FormData(event.currentTarget).get("large_rows"));
    if (Number.isNaN(wanted)) return setFault("Use a whole number, or leave it empty.");
    const answer = await onSave(wanted).catch(noAnswer);
    setFault(answer.ok ? undefined : faultOf(answer));
    if (!answer.ok) return;
    toast.success("Saved");
    router.refresh();
  }

  return (
    <form onSubmit={save} noValidate className="grid max-w-xl gap-3">
      <Field
        name="large_rows"
        label="Report exports of more rows than"
        hint="Other super admins hear of them, where they switched “A large export was made” on. Empty: none is reported."
        defaultValue={rows ?? ""}
        fault={fault}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
      />
      <div>
        <Button type="submit" variant="outline">
          Save
        </Button>
      </div>
    </form>
  );
}
