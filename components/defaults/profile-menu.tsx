"use client";

import { ArrowDown, ArrowUp, Copy, Ellipsis, Pencil, Trash2, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { DefaultsActions } from "@/components/defaults/actions";
import { DeleteDialog } from "@/components/defaults/delete-dialog";
import { defaultsAddress } from "@/components/defaults/draft";
import { GroupsDialog } from "@/components/defaults/groups-dialog";
import { NameDialog } from "@/components/defaults/name-dialog";
import { noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { DefaultsView } from "@/lib/core/defaults-view";

export interface ProfileMenuProps {
  profile: DefaultsView["profiles"][number];
  view: DefaultsView;
  actions: DefaultsActions;
  /** Absent where it is the first or the last. */
  up?: () => void;
  down?: () => void;
}

/** Everything that can be done with one profile. */
export function ProfileMenu({ profile, view, actions, up, down }: ProfileMenuProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"rename" | "groups" | "delete" | null>(null);
  const close = () => setOpen(null);
  const { id, name } = profile;

  async function duplicate() {
    const answer = await actions.duplicate(id).catch(noAnswer);
    if (!answer.ok) return void toast.error("Not duplicated.", { description: answer.detail });
    toast.success(`${answer.value.name} is for nobody yet. Choose its groups.`);
    router.push(defaultsAddress(answer.value.id));
  }

  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button
            id={menuId(id)}
            variant="ghost"
            size="icon-sm"
            aria-label={`Actions for ${name}`}
            className="mt-2 text-muted-foreground"
          >
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {up ? (
            <DropdownMenuItem onSelect={up}>
              <ArrowUp aria-hidden />
              Move up
            </DropdownMenuItem>
          ) : null}
          {down ? (
            <DropdownMenuItem onSelect={down}>
              <ArrowDown aria-hidden />
              Move down
            </DropdownMenuItem>
          ) : null}
          {up || down ? <DropdownMenuSeparator /> : null}
          <DropdownMenuItem onSelect={() => setOpen("groups")}>
            <Users aria-hidden />
            Choose groups
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setOpen("rename")}>
            <Pencil aria-hidden />
            Rename
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={duplicate}>
            <Copy aria-hidden />
            Duplicate
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setOpen("delete")}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {open === "rename" ? (
        <NameDialog
          title={`Rename ${name}`}
          button="Rename"
          name={name}
          onSave={async (to) => {
            const answer = await actions.rename(id, to).catch(noAnswer);
            if (answer.ok) router.refresh();
            return answer;
          }}
          onClose={close}
        />
      ) : null}
      {open === "groups" ? <GroupsDialog {...{ profile, view, actions }} onClose={close} /> : null}
      {open === "delete" ? <DeleteDialog {...{ profile, view, actions }} onClose={close} /> : null}
    </>
  );
}

/** Of the button that opens a profile's menu. */
export function menuId(profile: string): string {
  return `menu-${profile}`;
}
