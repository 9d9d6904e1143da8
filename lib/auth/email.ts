/** An email address as it is stored and looked up: look-alikes of `@` and of letters folded, small letters (S19). */
export function foldEmail(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}
