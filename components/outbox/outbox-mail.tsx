import { BackLink } from "@/components/ui/back-link";

interface OutboxMailProps {
  mail: {
    from: string;
    to: string;
    subject: string;
    text: string;
    html: string;
    headers: Record<string, string>;
    created_at: string;
  };
  zone: string;
}

/** One mail as its reader would have seen it. The frame may do nothing: no scripts, no forms, no way out (S8). */
export function OutboxMail({ mail, zone }: OutboxMailProps) {
  return (
    <div className="max-w-4xl space-y-4">
      <header>
        <BackLink href="/admin/outbox">Outbox</BackLink>
        <h1 className="wrap-anywhere font-semibold text-xl">
          <bdi>{mail.subject}</bdi>
        </h1>
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-muted-foreground">
          <Fact name="From">{mail.from}</Fact>
          <Fact name="To">{mail.to}</Fact>
          <Fact name="Kept">{new Date(mail.created_at).toLocaleString("en-GB", { timeZone: zone })}</Fact>
        </dl>
      </header>
      <iframe
        title="The mail as it looks"
        sandbox=""
        srcDoc={mail.html}
        className="block h-[36rem] w-full rounded-xl border bg-white"
      />
      <Folded name="As plain text">{mail.text}</Folded>
      <Folded name="Headers">
        {Object.entries(mail.headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join("\n") || "None of its own"}
      </Folded>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="wrap-anywhere text-foreground">
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}

function Folded({ name, children }: { name: string; children: string }) {
  return (
    <details className="rounded-xl border bg-card">
      <summary className="cursor-pointer px-4 py-2.5 font-medium">{name}</summary>
      <pre className="wrap-anywhere whitespace-pre-wrap border-t px-4 py-3 font-mono text-xs">{children}</pre>
    </details>
  );
}
