"use client";

import { useRef } from "react";
import type { PauseProps } from "@/components/schedule/pause";
import { Button } from "@/components/ui/button";
import { later } from "@/components/ui/later";
import { Person } from "@/components/ui/person";
import { useMenuButton } from "@/components/ui/use-menu-button";
import type { Role } from "@/lib/core/role";

const UserMenuContent = later(() => import("@/components/shell/user-menu-content").then((it) => it.UserMenuContent));

export interface UserMenuProps {
  user: { id: string; name: string; email: string; role: Role };
  pause: PauseProps;
  /** Server action of the sign-out form. */
  signOut: () => Promise<void>;
}

/** Name and picture (R2) with what belongs to the person. Under 640 px the picture stands for both. */
export function UserMenu({ user, pause, signOut }: UserMenuProps) {
  const form = useRef<HTMLFormElement>(null);
  const { made, menu, button } = useMenuButton();
  return (
    <>
      {/* Outside the menu, which is gone before a form in it could be sent. */}
      <form ref={form} action={signOut} hidden />
      <span className="relative flex min-w-0">
        <Button {...button} variant="ghost" className="min-w-0 shrink gap-2 px-1.5 max-sm:px-1">
          <Person name={user.name} id={user.id} className="size-7" />
          <span className="max-w-48 truncate max-sm:sr-only">
            <bdi>{user.name}</bdi>
          </span>
        </Button>
        {made ? (
          <UserMenuContent
            {...menu}
            email={user.email}
            role={user.role}
            pause={pause}
            signOut={() => form.current?.requestSubmit()}
          />
        ) : null}
      </span>
    </>
  );
}
