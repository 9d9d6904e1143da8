/** What is wrong with the field that says `aria-describedby={faultId(field)}`; nothing where nothing is. */
export function FaultLine({ field, fault }: { field: string; fault: string | null | undefined }) {
  if (!fault) return null;
  return (
    <p id={faultId(field)} role="alert" className="wrap-anywhere text-destructive text-sm">
      {fault}
    </p>
  );
}

/** What is wrong with a form altogether; nothing where nothing is. */
export function FormFault({ fault }: { fault: string | null }) {
  if (!fault) return null;
  return (
    <p role="alert" className="text-destructive">
      {fault}
    </p>
  );
}

export function faultId(field: string): string {
  return `${field}-fault`;
}

/** What a field at fault says of itself. */
export function faulty(field: string, fault: string | null | undefined) {
  return fault ? ({ "aria-invalid": true, "aria-describedby": faultId(field) } as const) : {};
}
