import { whom } from "@/components/defaults/words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";

/** Asked where another order changes what somebody gets (U25). */
export function OrderDialog({
  name,
  changed,
  onSave,
  onClose,
}: {
  name: string;
  changed: number;
  onSave(): void;
  onClose(): void;
}) {
  const description = `It changes what ${whom(changed)}, where two profiles are for the same person.`;
  return (
    <Dialog title={`Move ${name}?`} description={description} onClose={onClose}>
      <DialogActions>
        <Button variant="outline" onClick={onClose}>
          Leave it
        </Button>
        <Button onClick={onSave}>Move</Button>
      </DialogActions>
    </Dialog>
  );
}
