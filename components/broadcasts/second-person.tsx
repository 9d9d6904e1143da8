"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { type Answer, faultOf, faultsOf, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { readCount } from "@/components/ui/read-count";
import { fullWords } from "@/components/ui/relative-words";
import { fromWords, type SecondPersonRule } from "@/lib/core/second-person";

interface SecondPersonProps {
  rule: SecondPersonRule;
  zone: string;
  onSave(people: number | null, password: string): Promise<Answer<SecondPersonRule>>;
}

/** From how many people on a broadcast needs the yes of a second super admin (S32). */
export function SecondPerson({ rule, zone, onSave }: SecondPersonProps) {
  const router = useRouter();
  const [faults, setFaults] = useState<Record<string, string>>({});

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const wanted = readCount(given.get("people"));
    if (Number.isNaN(wanted)) return setFaults({ people: "Use a whole number, or leave it empty." });
    const answer = await onSave(wanted, String(given.get("password") ?? "")).catch(noAnswer);
    if (!answer.ok) {
      const found = faultsOf(answer);
      return setFaults(Object.keys(found).length > 0 ? found : { people: faultOf(answer) });
    }
    setFaults({});
    form.reset();
    toast.success(answer.value.next ? "Saved. It holds in 24 hours" : "Saved");
    router.refresh();
  }

  return (
    <form onSubmit={save} noValidate className="grid max-w-xl gap-3">
      <Coming rule={rule} zone={zone} />
      <Field
        key={rule.from}
        name="people"
        label="Ask a second super admin from so many people on"
        hint="What one person writes to as many within 24 hours, in one broadcast or in several, waits until another super admin approves it. Empty: it never does. A smaller number holds at once; a larger one, or none, 24 hours later: every super admin is told, and can keep what holds. What integrations post does not wait, nor where there is one super admin only."
        defaultValue={rule.from ?? ""}
        fault={faults.people}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
      />
      <Field
        name="password"
        type="password"
        label="Your password"
        autoComplete="current-password"
        fault={faults.password}
        className="max-w-80"
      />
      <div>
        <Button type="submit" variant="outline">
          Save
        </Button>
      </div>
    </form>
  );
}

/** What will hold, and how to prevent it. */
function Coming({ rule: { from, next }, zone }: Pick<SecondPersonProps, "rule" | "zone">) {
  if (!next) return null;
  return (
    <p role="status">
      On {fullWords(next.at, zone)} it changes: a second super admin is asked {fromWords(next.from)}, and until then{" "}
      {fromWords(from)}. To keep it, save {from?.toLocaleString("en")} again.
    </p>
  );
}
