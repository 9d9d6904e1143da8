import Link from "next/link";
import type { ReactNode } from "react";
import { CreateButton } from "@/components/broadcasts/create-button";
import { HoldSign } from "@/components/schedule/hold-sign";
import { Logo } from "@/components/shell/logo";
import { UserMenu, type UserMenuProps } from "@/components/shell/user-menu";
import { DropdownMenuHost } from "@/components/ui/dropdown-menu-host";
import { hasRole } from "@/lib/core/role";

export interface HeaderProps extends UserMenuProps {
  workspace: string;
  /** The bell; left of name and picture (R2). */
  bell: ReactNode;
}

/** The top of every page. The page's `main` must carry the id `content` for the skip link. */
export function Header({ workspace, bell, user, pause, signOut }: HeaderProps) {
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-70 rounded-md border bg-popover px-3 py-2 font-medium shadow-float not-focus:sr-only"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-40 border-b bg-background">
        <div className="flex h-14 items-center gap-1 px-4 max-sm:px-2">
          <Link
            href="/inbox"
            className="flex min-h-9 min-w-0 items-center gap-2 rounded-md pr-2 pointer-coarse:min-h-11"
          >
            <Logo className="size-7 shrink-0" />
            <span className="truncate font-semibold">
              <bdi>{workspace}</bdi>
            </span>
          </Link>
          <div className="ml-auto flex shrink-0 items-center gap-1">
            <HoldSign {...pause} />
            {hasRole(user.role, "super_admin") ? <CreateButton /> : null}
            {bell}
            <DropdownMenuHost>
              <UserMenu user={user} pause={pause} signOut={signOut} />
            </DropdownMenuHost>
          </div>
        </div>
      </header>
    </>
  );
}
