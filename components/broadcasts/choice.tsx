const ROW = "flex min-h-9 cursor-pointer items-center gap-2 pointer-coarse:min-h-11";

interface ChoiceProps {
  name: string;
  label: string;
  checked: boolean;
  onChoose(): void;
}

/** One of a few, as the browser has them. */
export function Choice({ name, label, checked, onChoose }: ChoiceProps) {
  return (
    <label className={ROW}>
      <input type="radio" name={name} className="size-4 accent-primary" checked={checked} onChange={onChoose} />
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
  return (
    <label className={ROW}>
      <input
        type="checkbox"
        className="size-4 accent-primary"
        {...{ checked, disabled }}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}
