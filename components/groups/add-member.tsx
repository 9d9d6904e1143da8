"use client";

import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import type { GroupActions } from "@/components/groups/actions";
import { noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogBody } from "@/components/ui/dialog";
import { Person } from "@/components/ui/person";
import { SearchBox } from "@/components/ui/search-box";
import type { MemberView } from "@/lib/core/group-view";
import type { PersonView } from "@/lib/core/person-view";

/** Finds people and adds them to a group, one after the other; it stays open. */
export function AddMember({
  isIn,
  onFind,
  onAdd,
  onClose,
}: {
  /** Id of the group. */
  isIn: string;
  onFind: GroupActions["findPeople"];
  onAdd(member: MemberView): Promise<boolean>;
  onClose(): void;
}) {
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<PersonView[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let current = true;
    onFind(search)
      .catch(noAnswer)
      .then((answer) => {
        if (!current) return;
        setFault(answer.ok ? null : answer.detail);
        if (answer.ok) setFound(answer.value);
      });
    return () => {
      current = false;
    };
  }, [onFind, search]);

  async function add({ id, name, email, active }: PersonView) {
    if (await onAdd({ id, name, email, active, main: true, manager: false })) setAdded(new Set([...added, id]));
  }

  return (
    <Dialog title="Add people" description="They come in as main members." onClose={onClose}>
      <div className="px-5 pb-2">
        <SearchBox label="Find people to add" placeholder="Name, address or id" onSearch={setSearch} />
      </div>
      <DialogBody>
        {fault ? (
          <p role="alert" className="text-destructive">
            {fault}
          </p>
        ) : null}
        <ul aria-label="People found" className="divide-y rounded-lg border">
          {found?.map((person) => (
            <li key={person.id} className="flex min-h-12 items-center gap-3 px-3 py-1.5">
              <Person name={person.name} id={person.id} />
              <span className="min-w-0 flex-1">
                <span className="wrap-anywhere block">
                  <bdi>{person.name}</bdi>
                </span>
                <span className="wrap-anywhere block text-muted-foreground text-sm">{person.email}</span>
              </span>
              {added.has(person.id) || person.groups.some(({ id }) => id === isIn) ? (
                <span className="flex items-center gap-1 text-muted-foreground text-sm">
                  <Check aria-hidden className="size-4" /> In the group
                </span>
              ) : (
                <Button variant="outline" size="sm" aria-label={`Add ${person.name}`} onClick={() => add(person)}>
                  Add
                </Button>
              )}
            </li>
          ))}
          {found?.length === 0 ? <li className="px-3 py-6 text-center text-muted-foreground">Nobody found.</li> : null}
        </ul>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}
