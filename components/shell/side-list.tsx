"use client";

import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { NativeSelect } from "@/components/ui/native-select";

export interface SideListItem {
  /** The page and all addresses below it, unless another item's is longer. */
  href: string;
  name: string;
  Icon: LucideIcon;
}

/** The left list of Settings or Admin; under 768 px a select. `label` names it. */
export function SideList({ label, items }: { label: string; items: readonly SideListItem[] }) {
  const path = usePathname();
  const router = useRouter();
  const current = currentOf(items, path);
  return (
    <nav aria-label={label} className="md:sticky md:top-20 md:w-44 md:shrink-0 md:self-start">
      <NativeSelect
        aria-label={label}
        className="w-full md:hidden"
        value={current ?? ""}
        onChange={({ target }) => router.push(target.value)}
      >
        {current ? null : <option value="">{label}</option>}
        {items.map(({ href, name }) => (
          <option key={href} value={href}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <ul className="grid gap-0.5 max-md:hidden">
        {items.map(({ href, name, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? "page" : undefined}
              className={cn(
                "flex h-9 items-center gap-2.5 rounded-md px-3 text-muted-foreground transition-colors hover:bg-accent hover:text-foreground pointer-coarse:h-11",
                href === current && "bg-accent font-medium text-foreground forced-colors:underline",
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function currentOf(items: readonly SideListItem[], path: string): string | undefined {
  return items
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
