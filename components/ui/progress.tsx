import { cn } from "@/components/ui/cn";

interface ProgressProps {
  value: number;
  label: string;
  /** What is said in place of the percentage. */
  valueText?: string;
  className?: string;
}

/**
 * A bar from 0 to 100. Drawn as SVG: Radix sets its width by an inline style, which the first HTML may not carry under the CSP.
 */
export function Progress({ value, label, valueText, className }: ProgressProps) {
  const percent = Math.round(Math.min(100, Math.max(0, value)));
  return (
    <div
      data-slot="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-track forced-colors:border", className)}
    >
      <svg aria-hidden viewBox="0 0 100 1" preserveAspectRatio="none" className="block size-full">
        <rect
          width={percent}
          height="1"
          className="fill-primary transition-[width] duration-180 forced-colors:fill-[Highlight]"
        />
      </svg>
    </div>
  );
}
