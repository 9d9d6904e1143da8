import { figure, people, whyWords } from "@/components/broadcasts/words";
import type { AudiencePreview } from "@/lib/core/broadcast-preview";

/** Who will get it, who will not, and why (U22). */
export function Audience({ audience, fault }: { audience: AudiencePreview | null; fault: string | null }) {
  return (
    <section aria-label="Audience" className="rounded-xl border bg-card p-4">
      <div role="status">
        {fault ? <p className="text-destructive">Not counted. {fault}</p> : null}
        {!audience && !fault ? <p className="text-muted-foreground">Counting …</p> : null}
        {audience ? <Counted audience={audience} /> : null}
      </div>
    </section>
  );
}

function Counted({ audience }: { audience: AudiencePreview }) {
  const { people: all, checked, reached, byEmail, reasons } = audience;
  if (all === 0) return <p className="text-muted-foreground">Nobody yet: choose who gets it.</p>;
  const missed = checked - reached;
  const of = checked < all ? `the first ${figure(checked)} of ${figure(all)}` : figure(all);
  return (
    <>
      <p>
        <strong className="font-semibold">
          {figure(reached)} of {of}
        </strong>{" "}
        will get it{missed > 0 ? `; ${figure(missed)} will not` : ""}.
      </p>
      <p className="text-muted-foreground text-sm">
        {byEmail === 0 ? "Nobody gets an email." : `${people(byEmail)} by email too.`}
      </p>
      {reasons.length > 0 ? (
        <ul className="mt-2 list-disc pl-5 text-muted-foreground text-sm">
          {reasons.map(({ reason, people }) => (
            <li key={reason}>
              {figure(people)} {whyWords(reason)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
