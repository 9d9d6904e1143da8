import type { MadeKey } from "@/components/integrations/actions";
import { Button } from "@/components/ui/button";
import { Copyable } from "@/components/ui/copyable";

/** A key that was just made; nobody can show it again (S14). */
export function NewKeyOnce({ made, onDone }: { made: MadeKey; onDone(): void }) {
  return (
    <section aria-label="New key" className="grid justify-items-start gap-2">
      <p role="status">Copy the key now: it is shown this once.</p>
      <div className="w-full">
        <Copyable text={made.key} label="key" />
      </div>
      <Button variant="outline" size="sm" onClick={onDone}>
        I have kept it
      </Button>
    </section>
  );
}
