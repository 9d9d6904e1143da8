"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { personAddress } from "@/components/people/people-query";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Person } from "@/components/ui/person";
import type { MemberView } from "@/lib/core/group-view";

/** One person of a group; each tick is saved at once. */
export function MemberRow({
  member: { id, name, email, active, main, manager },
  onChange,
  onRemove,
}: {
  member: MemberView;
  onChange(as: { main?: boolean; manager?: boolean }): void;
  onRemove(): void;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b sm:flex-nowrap px-4 py-2 last:border-b-0">
      <Person name={name} id={id} className={cn(!active && "opacity-60")} />
      <div className="min-w-40 flex-1 sm:min-w-0">
        <Link
          href={personAddress(id)}
          prefetch={false}
          className="wrap-anywhere font-medium underline-offset-4 hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
        <p className="wrap-anywhere text-muted-foreground text-sm">
          {email}
          {active ? "" : " · Deactivated"}
        </p>
      </div>
      <Tick label="Main" rest="member" of={name} checked={main} onChange={(main) => onChange({ main })} />
      <Tick label="Manager" of={name} checked={manager} onChange={(manager) => onChange({ manager })} />
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Remove ${name}`}
        className="max-sm:ml-auto"
        onClick={onRemove}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}

function Tick({
  label,
  rest = "",
  of,
  checked,
  onChange,
}: {
  label: string;
  /** What there is no room for on a phone. */
  rest?: string;
  of: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const id = useId();
  return (
    <span className="flex shrink-0 items-center gap-2 text-sm">
      <Checkbox
        id={id}
        aria-label={`${`${label} ${rest}`.trim()}: ${of}`}
        checked={checked}
        onCheckedChange={onChange}
      />
      <label htmlFor={id}>
        {label} <span className="max-sm:sr-only">{rest}</span>
      </label>
    </span>
  );
}
