import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type Answer, faultOf, faultsOf, noAnswer } from "@/components/ui/answer";

/** A form that is sent as one question at a time, and says what is wrong: with which field, or altogether (U28). */
export function useForm() {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<string | null>(null);
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [leaving, startLeaving] = useTransition();
  const busy = asking || leaving;

  /** What the server answered, shown in the form; nothing while it is busy with another question. */
  async function ask<T>(form: HTMLFormElement, question: () => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
    if (busy) return undefined;
    setAsking(true);
    const answer = await question().catch(noAnswer);
    setAsking(false);
    show(answer, form);
    return answer;
  }

  /** Marks the fields at fault and puts the focus on the first; says what is wrong where the form has no such field. */
  function show(answer: Answer, form: HTMLFormElement): void {
    const found = answer.ok ? {} : faultsOf(answer);
    const named = [...form.querySelectorAll<HTMLElement>("[name]")];
    const first = named.find((field) => Object.hasOwn(found, field.getAttribute("name") ?? ""));
    setFaults(found);
    setFault(answer.ok || first ? null : faultOf(answer));
    first?.focus();
  }

  /** Goes on to another page, which may be slow to come: until it is there, nothing is sent once more. */
  function leave(address: string): void {
    startLeaving(() => {
      router.push(address);
      router.refresh();
    });
  }

  return { faults, fault, busy, ask, leave };
}
