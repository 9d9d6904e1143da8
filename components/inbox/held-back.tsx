import { ArrowUp } from "lucide-react";
import { Button } from "@/components/ui/button";

/** How many came while somebody reads, and the way to them (U4). */
export function HeldBack({ count, onShow }: { count: number; onShow(): void }) {
  if (count === 0) return null;
  function show() {
    onShow();
    window.scrollTo({ top: 0 });
  }
  return (
    <div className="pointer-events-none sticky top-16 z-30 flex h-0 justify-center">
      <Button size="sm" className="figures pointer-events-auto animate-rise rounded-full" onClick={show}>
        {count} new
        <ArrowUp aria-hidden />
      </Button>
    </div>
  );
}
