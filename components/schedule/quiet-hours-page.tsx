import Link from "next/link";
import type { PauseProps } from "@/components/schedule/pause";
import { PauseCard } from "@/components/schedule/pause-card";
import { QuietHoursCard } from "@/components/schedule/quiet-hours-card";
import { WhileActiveCard } from "@/components/schedule/while-active-card";
import { preferencesAddress } from "@/lib/core/preferences-address";

/** A person's quiet hours, pause and silence while active, and in words what they do. */
export function QuietHoursPage(props: PauseProps) {
  return (
    <div className="grid grid-cols-1 gap-8">
      <div>
        <h1 className="mb-1 font-semibold text-xl">Quiet hours</h1>
        <p className="max-w-prose text-muted-foreground">
          While it is quiet nothing pops up and nothing sounds, and what goes outside Belfry, such as email, waits until
          it ends and then comes as one message. The bell goes on filling, and what is critical, such as an unfamiliar
          sign-in, always comes through.
        </p>
      </div>
      <QuietHoursCard {...props} />
      <PauseCard {...props} />
      <WhileActiveCard {...props} />
      <p className="text-muted-foreground text-sm">
        Whether email leaves at once or in a digest is chosen{" "}
        <Link href={preferencesAddress({ medium: "email", channel: "email" })} className="underline">
          beside Email
        </Link>
        .
      </p>
    </div>
  );
}
