import { useState } from "react";
import { type Answer, faultOf, faultsOf } from "@/components/ui/answer";

/** What is wrong with a form that was sent: with which field, or altogether (U28). */
export function useFaults() {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<string | null>(null);

  /** Marks the fields at fault and puts the focus on the first; says what is wrong where the form has no such field. */
  function show(answer: Answer<unknown>, form: HTMLFormElement): void {
    const found = answer.ok ? {} : faultsOf(answer);
    const named = [...form.querySelectorAll<HTMLElement>("[name]")];
    const first = named.find((field) => Object.hasOwn(found, field.getAttribute("name") ?? ""));
    setFaults(found);
    setFault(answer.ok || first ? null : faultOf(answer));
    first?.focus();
  }

  return { faults, fault, show };
}
