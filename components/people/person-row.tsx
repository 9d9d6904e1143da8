import Link from "next/link";
import { personAddress, ROLE_NAMES } from "@/components/people/people-query";
import { cn } from "@/components/ui/cn";
import { Person } from "@/components/ui/person";
import type { PersonView } from "@/lib/core/person-view";

/** One person of the list. `canChange`: the name leads to their page. */
export function PersonRow({ person, canChange }: { person: PersonView; canChange: boolean }) {
  const { id, name, email, role, active, groups } = person;
  return (
    <li
      className={cn(
        "relative flex items-center gap-x-3 border-b px-4 py-2.5 last:border-b-0 max-sm:flex-wrap",
        canChange && "hover:bg-accent has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2",
      )}
    >
      <Person name={name} id={id} className={cn(!active && "opacity-60")} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {canChange ? (
            <Link
              href={personAddress(id)}
              prefetch={false}
              className="wrap-anywhere font-medium outline-none after:absolute after:inset-0"
            >
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi className="wrap-anywhere font-medium">{name}</bdi>
          )}
          {role === "member" ? null : <Tag>{ROLE_NAMES[role]}</Tag>}
          {active ? null : <Tag>Deactivated</Tag>}
        </p>
        <p className="wrap-anywhere text-muted-foreground text-sm">{email}</p>
      </div>
      <p className="w-56 truncate text-right text-muted-foreground text-sm max-lg:hidden">{groupWords(groups)}</p>
    </li>
  );
}

function Tag({ children }: { children: string }) {
  return (
    <span className="rounded-sm bg-muted px-1.5 py-0.5 font-medium text-muted-foreground text-xs">{children}</span>
  );
}

function groupWords(groups: PersonView["groups"]): string {
  const [first, second, ...others] = groups.map(({ name }) => name);
  if (!first) return "No group";
  return [first, second, others.length > 0 && `${others.length} more`].filter(Boolean).join(", ");
}
