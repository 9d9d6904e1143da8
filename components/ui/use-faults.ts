import { useState } from "react";
import { type Answer, faultsOf } from "@/components/ui/answer";

/** What is wrong with a form that was sent: with which field, or altogether (U28). */
export function useFaults() {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<string | null>(null);

  /** Marks the fields at fault; answers them by name. */
  function mark(answer: Answer<unknown>): Record<string, string> {
    const found = answer.ok ? {} : faultsOf(answer);
    setFaults(found);
    return found;
  }

  /** Marks them, puts the focus on the first, and says what is wrong where no field is. */
  function show(answer: Answer<unknown>, form: HTMLFormElement): void {
    const found = mark(answer);
    setFault(answer.ok || Object.keys(found).length > 0 ? null : answer.detail);
    const named = [...form.querySelectorAll<HTMLElement>("[name]")];
    named.find((field) => Object.hasOwn(found, field.getAttribute("name") ?? ""))?.focus();
  }

  return { faults, fault, mark, show };
}
