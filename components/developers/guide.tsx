import { cn } from "@/components/ui/cn";
import { Copyable } from "@/components/ui/copyable";

interface GuideField {
  name: string;
  /** Such as `text` or `email, desktop`. */
  kind: string;
  required: boolean;
}

interface GuideOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  details: string | null;
  /** null where any key will do. */
  scope: string | null;
  curl: string;
  fields: GuideField[];
}

export interface GuideSection {
  name: string;
  operations: GuideOperation[];
}

/** The endpoints by what they are about, each with a command that runs. */
export function Guide({ sections }: { sections: readonly GuideSection[] }) {
  return sections.map(({ name, operations }) => (
    <section key={name} aria-labelledby={`about-${name}`} className="grid gap-4 border-t pt-8">
      <h2 id={`about-${name}`} className="scroll-mt-6 font-semibold text-lg">
        {name}
      </h2>
      {operations.map((operation) => (
        <Operation key={operation.id} {...operation} />
      ))}
    </section>
  ));
}

function Operation({ id, method, path, summary, details, scope, curl, fields }: GuideOperation) {
  return (
    <article aria-labelledby={id} className="grid min-w-0 gap-2 pb-4">
      <h3 id={id} className="font-medium">
        {summary}
      </h3>
      <p className="wrap-anywhere font-mono text-sm">
        <span className={cn("mr-2 font-semibold", method === "GET" ? "text-muted-foreground" : "text-primary")}>
          {method}
        </span>
        /api/v1{path}
      </p>
      <p className="text-muted-foreground">
        {details} {scope ? `Needs the scope ${scope}.` : "Any key may."}
      </p>
      <Copyable text={curl} label={`${method} ${path}`} />
      {fields.length > 0 ? <Fields fields={fields} of={`${method} ${path}`} /> : null}
    </article>
  );
}

function Fields({ fields, of }: { fields: readonly GuideField[]; of: string }) {
  return (
    <details className="rounded-lg border px-3 py-2">
      <summary className="min-h-6 cursor-pointer">
        Fields<span className="sr-only"> of {of}</span>
      </summary>
      <dl className="grid gap-x-4 gap-y-1 pt-2 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr]">
        {fields.map(({ name, kind, required }) => (
          <div key={name} className="contents">
            <dt className="font-mono">
              {name}
              {required ? <span className="text-muted-foreground"> · required</span> : null}
            </dt>
            <dd className="wrap-anywhere text-muted-foreground max-sm:pb-1.5">{kind}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
