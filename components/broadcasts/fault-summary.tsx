import { type Faults, FIELDS } from "@/components/broadcasts/draft";

const NAMES = {
  title: "Title",
  body: "Message",
  url: "Link",
  groups: "Who gets it",
  deliver_at: "Send at",
  expires_at: "Ends at",
} as const;

/** What is wrong with the form, each line leading to its field (U22). */
export function FaultSummary({ faults }: { faults: Faults }) {
  const wrong = FIELDS.filter((name) => faults[name]);
  if (wrong.length < 2) return null;
  return (
    <section aria-label="What to mend" className="rounded-lg border border-destructive/50 bg-card px-4 py-3">
      <p className="font-medium text-destructive">Mend {wrong.length} things first:</p>
      <ul className="list-disc pl-5">
        {wrong.map((name) => (
          <li key={name}>
            <a href={`#${name}`} className="underline underline-offset-4">
              {NAMES[name]}
            </a>
            : {faults[name]}
          </li>
        ))}
      </ul>
    </section>
  );
}
