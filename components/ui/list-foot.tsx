import { Button } from "@/components/ui/button";

/** Whether the next page of a list is asked for, and why the last question for one failed. */
export type More = "idle" | "loading" | { failed: string };

/** The foot of a list that comes in pages. */
export function ListFoot({ hasMore, more, onNext }: { hasMore: boolean; more: More; onNext(): void }) {
  return (
    <div className="flex flex-col items-center gap-2">
      {typeof more === "object" ? (
        <p role="alert" className="text-destructive">
          {more.failed}
        </p>
      ) : null}
      {hasMore ? (
        <Button variant="outline" aria-disabled={more === "loading"} onClick={onNext}>
          {more === "loading" ? "Loading" : "Load more"}
        </Button>
      ) : null}
    </div>
  );
}
