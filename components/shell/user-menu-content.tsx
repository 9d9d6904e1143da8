import { LogOut, Settings, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { leaveDevice } from "@/components/offline/leave-device";
import type { PauseProps } from "@/components/schedule/pause";
import { PauseMenu } from "@/components/schedule/pause-menu";
import { ThemeChoice } from "@/components/theme/theme-choice";
import { ButtonMenu, type ButtonMenuProps } from "@/components/ui/button-menu";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { hasRole, type Role } from "@/lib/core/role";

interface UserMenuContentProps extends ButtonMenuProps {
  email: string;
  role: Role;
  pause: PauseProps;
  signOut(): void;
}

/** The menu of `UserMenu`, in a script that comes later. */
export function UserMenuContent({ email, role, pause, signOut, ...menu }: UserMenuContentProps) {
  return (
    <ButtonMenu {...menu} className="w-60">
      <DropdownMenuLabel className="truncate font-normal">{email}</DropdownMenuLabel>
      <DropdownMenuItem asChild>
        <Link href="/settings/notifications/email">
          <Settings aria-hidden />
          Settings
        </Link>
      </DropdownMenuItem>
      <PauseMenu {...pause} />
      {hasRole(role, "admin") ? (
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
      <DropdownMenuItem onSelect={() => leaveDevice().then(signOut)}>
        <LogOut aria-hidden />
        Sign out
      </DropdownMenuItem>
    </ButtonMenu>
  );
}
