import { Button } from "@/components/ui/button";

interface DeviceActsProps {
  name: string;
  busy: boolean;
  onTest(): void;
  onRename(): void;
  onRemove(): void;
}

/** What can be done about one device. */
export function DeviceActs({ name, busy, onTest, onRename, onRemove }: DeviceActsProps) {
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="sm" variant="outline" aria-disabled={busy} onClick={onTest}>
        Send a test
        <Of name={name} word="to" />
      </Button>
      <Button size="sm" variant="ghost" onClick={onRename}>
        Rename
        <Of name={name} />
      </Button>
      <Button size="sm" variant="ghost" aria-disabled={busy} onClick={onRemove}>
        Remove
        <Of name={name} />
      </Button>
    </div>
  );
}

/** Whose button it is, for who does not see the row. */
function Of({ name, word = "" }: { name: string; word?: string }) {
  return <span className="sr-only">{` ${word} ${name}`}</span>;
}
