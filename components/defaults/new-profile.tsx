"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DefaultsActions } from "@/components/defaults/actions";
import { defaultsAddress } from "@/components/defaults/draft";
import { NameDialog } from "@/components/defaults/name-dialog";
import { noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";

/** The button that makes a profile, and leads to it. */
export function NewProfile({ create }: Pick<DefaultsActions, "create">) {
  const router = useRouter();
  const [naming, setNaming] = useState(false);

  async function save(name: string) {
    const answer = await create(name).catch(noAnswer);
    if (answer.ok) router.push(defaultsAddress(answer.value.id));
    return answer;
  }

  return (
    <>
      <Button variant="ghost" size="sm" className="mt-2 text-primary" onClick={() => setNaming(true)}>
        <Plus aria-hidden />
        New profile
      </Button>
      {naming ? (
        <NameDialog
          title="New profile"
          description="Then choose its groups, and what they get. Until then nothing changes for anybody."
          button="Create"
          onSave={save}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </>
  );
}
