import { Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

const TABS = [
  { href: "/admin/activity", name: "Events" },
  { href: "/admin/activity/deliveries", name: "Deliveries" },
  { href: "/admin/activity/dead-letters", name: "Dead letters" },
] as const;

export type ActivityTab = (typeof TABS)[number]["name"];

/** The head of the activity pages. `canPost`: whether the reader may post an event by hand. */
export function ActivityHead({ current, canPost }: { current: ActivityTab; canPost: boolean }) {
  return (
    <header className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1 className="font-semibold text-xl">Activity</h1>
          <p className="text-muted-foreground">What was posted, what became of it for whom, and each try to send it.</p>
        </div>
        {canPost ? (
          <Button asChild variant="outline">
            <Link href="/admin/activity/new">
              <Plus aria-hidden />
              Post an event
            </Link>
          </Button>
        ) : null}
      </div>
      <nav aria-label="Activity" className="flex gap-4 border-b">
        {TABS.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={name === current ? "page" : undefined}
            className={cn(
              "-mb-px flex h-10 items-center border-transparent border-b-2 px-0.5 font-medium text-muted-foreground transition-colors hover:text-foreground pointer-coarse:h-11",
              name === current && "border-primary text-foreground forced-colors:underline",
            )}
          >
            {name}
          </Link>
        ))}
      </nav>
    </header>
  );
}
