/** The first moment at or after `at` that is a multiple of so many seconds on every zone's clock (R83: 300). */
export function alignUp(at: Date, seconds: number): Date {
  const step = seconds * 1000;
  return new Date(Math.ceil(at.getTime() / step) * step);
}
