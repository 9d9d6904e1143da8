/** The way back to what is inherited. It leaves with what it did: move the focus to what it stood beside. */
export function ResetButton({ name, onReset }: { name: string; onReset(): void }) {
  return (
    <>
      <span aria-hidden>·</span>
      <button
        type="button"
        onClick={onReset}
        className="relative inline-flex min-h-6 items-center rounded-sm text-primary underline-offset-4 after:absolute after:-inset-x-1 after:-inset-y-1.5 hover:underline pointer-coarse:after:-inset-y-3"
      >
        reset<span className="sr-only"> {name}</span>
      </button>
    </>
  );
}
