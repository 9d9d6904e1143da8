import { cn } from "@/components/ui/cn";

/** A body with its tags. Only for what the server cleaned by its allowlist (S8). */
export function Formatted({ html, className }: { html: string; className?: string }) {
  return (
    <div
      dir="auto"
      className={cn("formatted wrap-anywhere", className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by an allowlist before it is stored (S8)
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
