import { type ChangeEvent, type ComponentProps, useEffect, useImperativeHandle, useRef } from "react";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type FieldProps<F extends Field> = Pick<ComponentProps<"input">, "value"> & {
  ref?: React.Ref<F>;
  onChange?(event: ChangeEvent<F>): void;
};

/**
 * The ref of a field that hears, once the page is awake, what was put into it before: React keeps that in the field that
 * it takes over, and tells nobody.
 */
export function useEarly<F extends Field>({ value, ref, onChange }: FieldProps<F>) {
  const field = useRef<F>(null);
  useImperativeHandle(ref, () => field.current as F);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it happens once, on waking
  useEffect(() => {
    const target = field.current;
    if (!target || value === undefined || target.value === String(value) || isUnlisted(target, value)) return;
    onChange?.({ target, currentTarget: target } as ChangeEvent<F>);
  }, []);

  return field;
}

/** A select cannot show what none of its options is: nobody chose what it shows instead. */
function isUnlisted(field: Field, value: unknown): boolean {
  return field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === String(value));
}
