import { Progress } from "@/components/ui/progress";

/** How far a job is; read out at each quarter only (U23). */
export function JobProgress({ label, done, of }: { label: string; done: number; of: number }) {
  const percent = of === 0 ? 0 : Math.min(100, Math.floor((100 * done) / of));
  return (
    <div className="grid gap-1.5">
      <Progress label={label} value={percent} />
      <p className="figures text-muted-foreground text-sm">
        {percent} % · {done.toLocaleString("en")} of {of.toLocaleString("en")} rows
      </p>
      <p role="status" className="sr-only">
        {label}: {percent - (percent % 25)} %
      </p>
    </div>
  );
}
