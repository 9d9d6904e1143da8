import { type RefObject, useEffect, useRef } from "react";

const ROW = "flex min-h-9 cursor-pointer items-center gap-2 pointer-coarse:min-h-11";

interface ChoiceProps {
  name: string;
  label: string;
  checked: boolean;
  onChoose(): void;
}

/** One of a few, as the browser has them. */
export function Choice({ name, label, checked, onChoose }: ChoiceProps) {
  const field = useTicked(checked, (isChosen) => isChosen && onChoose());
  return (
    <label className={ROW}>
      <input
        ref={field}
        type="radio"
        autoComplete="off"
        className="size-4 accent-primary"
        {...{ name, checked }}
        onChange={onChoose}
      />
      {label}
    </label>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** Yes or no, as the browser has it. */
export function Tick({ label, checked, disabled, onChange }: TickProps) {
  const field = useTicked(checked, onChange);
  return (
    <label className={ROW}>
      <input
        ref={field}
        type="checkbox"
        autoComplete="off"
        className="size-4 accent-primary"
        {...{ checked, disabled }}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}

/** As `useEarly`, of what is ticked: its ref. */
function useTicked(checked: boolean, onChange: (checked: boolean) => void): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it happens once, on waking
  useEffect(() => {
    if (field.current && field.current.checked !== checked) onChange(field.current.checked);
  }, []);
  return field;
}
