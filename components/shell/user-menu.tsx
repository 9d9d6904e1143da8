"use client";

import { LogOut, Settings, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { leaveDevice } from "@/components/offline/leave-device";
import { PauseMenu, type PauseProps } from "@/components/schedule/pause-menu";
import { ThemeChoice } from "@/components/theme/theme-choice";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Person } from "@/components/ui/person";
import { hasRole, type Role } from "@/lib/core/role";

export interface UserMenuProps {
  user: { id: string; name: string; email: string; role: Role };
  pause: PauseProps;
  /** Server action of the sign-out form. */
  signOut: () => Promise<void>;
}

/** Name and picture (R2) with what belongs to the person. Under 640 px the picture stands for both. */
export function UserMenu({ user, pause, signOut }: UserMenuProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      {/* Outside the menu, which is gone before a form in it could be sent. */}
      <form ref={form} action={signOut} hidden />
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" className="min-w-0 shrink gap-2 px-1.5 max-sm:px-1">
            <Person name={user.name} id={user.id} className="size-7" />
            <span className="max-w-48 truncate max-sm:sr-only">
              <bdi>{user.name}</bdi>
            </span>
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-60">
          <DropdownMenuLabel className="truncate font-normal">{user.email}</DropdownMenuLabel>
          <DropdownMenuItem asChild>
            <Link href="/settings/notifications/email">
              <Settings aria-hidden />
              Settings
            </Link>
          </DropdownMenuItem>
          <PauseMenu {...pause} />
          {hasRole(user.role, "admin") ? (
            <DropdownMenuItem asChild>
              <Link href="/admin">
                <ShieldCheck aria-hidden />
                Admin
              </Link>
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuSeparator />
          <ThemeChoice />
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => leaveDevice().then(() => form.current?.requestSubmit())}>
            <LogOut aria-hidden />
            Sign out
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </>
  );
}
