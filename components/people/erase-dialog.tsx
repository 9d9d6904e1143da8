"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { PersonActions } from "@/components/people/actions";
import { TypedDialog } from "@/components/ui/typed-dialog";

/** Asks before a person is erased, with their id typed: nothing brings them back (S28). */
export function EraseDialog({
  person: { id, name },
  onErase,
  onClose,
}: {
  person: { id: string; name: string };
  onErase: PersonActions["erase"];
  onClose(): void;
}) {
  const router = useRouter();
  return (
    <TypedDialog
      title={`Erase ${name}?`}
      description="Their notifications, choices, connections and sessions go for ever. The audit keeps the bare id. To stop them signing in, deactivate them instead."
      word={id}
      purpose="erase this person"
      button="Erase person"
      keep="Keep them"
      failed="Not erased."
      onConfirm={() => onErase(id)}
      onDone={() => {
        toast.success(`${name} is erased.`);
        router.push("/admin/people");
      }}
      onClose={onClose}
    />
  );
}
