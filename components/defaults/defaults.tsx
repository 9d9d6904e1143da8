"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import type { DefaultsActions } from "@/components/defaults/actions";
import { ChannelDefaults } from "@/components/defaults/channel-defaults";
import { defaultsAddress, listedDefaults } from "@/components/defaults/draft";
import { ForWhom } from "@/components/defaults/for-whom";
import { PreviewDialog } from "@/components/defaults/preview-dialog";
import { ProfileList } from "@/components/defaults/profile-list";
import { RecentChanges } from "@/components/defaults/recent-changes";
import { SaveBar } from "@/components/defaults/save-bar";
import { useCounts } from "@/components/defaults/use-counts";
import { useDraft } from "@/components/defaults/use-draft";
import { whom } from "@/components/defaults/words";
import type { TopicChange } from "@/components/preferences/listed";
import { PANEL, TabBar, tabId } from "@/components/preferences/tab-bar";
import { TopicList } from "@/components/preferences/topic-list";
import { OFFLINE } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { MEDIA } from "@/lib/core/channel";
import type { CellChange } from "@/lib/core/defaults";
import type { DefaultsView } from "@/lib/core/defaults-view";
import { ACCOUNT } from "@/lib/core/layers";

export interface DefaultsProps {
  view: DefaultsView;
  zone: string;
  actions: DefaultsActions;
}

/** The company's defaults: profiles at the left, what the chosen one says at the right, and what saving would do (R55). */
export function Defaults({ view, zone, actions }: DefaultsProps) {
  const { chosen } = view;
  const router = useRouter();
  const wanted = useSearchParams().get("tab");
  const medium = MEDIA.find((one) => one === wanted) ?? "email";
  const { draft, change, discard } = useDraft(chosen);
  const counts = useCounts(actions.preview, chosen.id, draft, false);
  const [previewing, setPreviewing] = useState(false);
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const sections = useMemo(() => listedDefaults(view, draft, medium), [view, draft, medium]);

  function changeCells(changes: CellChange[]) {
    setFault(null);
    change(changes);
  }

  function changeTopics(wish: TopicChange) {
    changeCells(Object.entries(wish).map(([topic, enabled]) => ({ topic, target: medium, enabled })));
  }

  function setAll(enabled: false | null) {
    const open = sections.flatMap(({ topics }) => topics).filter(({ locked }) => !locked);
    changeCells(open.map(({ key }) => ({ topic: key, target: medium, enabled })));
  }

  async function save(everyone: boolean) {
    setSaving(true);
    setFault(null);
    const request = { profile: chosen.id, changes: [...draft.values()], everyone, version: chosen.version };
    const answer = await actions.save(request).catch(() => OFFLINE);
    setSaving(false);
    if (answer.ok) {
      const { changed, undo } = answer.value;
      setPreviewing(false);
      discard();
      if (undo) offerUndo(`Saved. It changes what ${whom(changed)}.`, undo);
    } else setFault(answer.detail);
    router.refresh();
    return answer;
  }

  async function takeBack(id: string) {
    const answer = await actions.undo(id).catch(() => OFFLINE);
    if (answer.ok)
      toast.success(`Taken back. It changes what ${whom(answer.value.changed)}.`, { id: MESSAGE, action: undefined });
    else toast.error("Not taken back.", { id: MESSAGE, description: answer.detail, action: undefined });
    router.refresh();
  }

  function offerUndo(words: string, undo: string) {
    const action = { label: "Undo", onClick: () => takeBack(undo) };
    toast.success(words, { id: MESSAGE, duration: STAY, description: null, action });
  }

  const name = chosen.id === ACCOUNT ? "Account" : view.profiles.find(({ id }) => id === chosen.id)?.name;
  return (
    <div>
      <h1 className="font-semibold text-xl">Defaults</h1>
      <p className="mb-5 max-w-160 text-muted-foreground">
        What people get until they choose themselves. Their own choice wins, and what is required reaches everybody.
      </p>
      <div className="flex gap-x-8 gap-y-6 max-lg:flex-col">
        <ProfileList view={view} actions={actions} medium={medium} />
        <div className="min-w-0 flex-1">
          <h2 className="wrap-anywhere font-semibold text-lg">
            <bdi>{name}</bdi>
          </h2>
          <ForWhom view={view} actions={actions} />
          <TabBar medium={medium} label="Defaults" addressOf={(to) => defaultsAddress(chosen.id, to)} />
          <div id={PANEL} role="tabpanel" aria-labelledby={tabId(medium)} className="grid grid-cols-1 gap-8 py-6">
            <ChannelDefaults medium={medium} view={view} draft={draft} onChange={changeCells} />
            <TopicList title="What people get notified about" sections={sections} onChange={changeTopics}>
              <Button variant="ghost" size="sm" onClick={() => setAll(false)}>
                Switch all off
              </Button>
              <Button variant="ghost" size="sm" className="text-muted-foreground" onClick={() => setAll(null)}>
                {chosen.id === ACCOUNT ? "Reset all to Belfry's" : "Let all follow the account"}
              </Button>
            </TopicList>
          </div>
          <SaveBar
            {...{ counts, saving, fault }}
            size={draft.size}
            onDiscard={() => {
              setFault(null);
              discard();
            }}
            onPreview={() => setPreviewing(true)}
            onSave={() => save(false)}
          />
          <RecentChanges view={view} zone={zone} onUndo={takeBack} />
        </div>
      </div>
      {previewing ? (
        <PreviewDialog
          {...{ draft, fault, saving }}
          profile={chosen.id}
          preview={actions.preview}
          onSave={save}
          onClose={() => setPreviewing(false)}
        />
      ) : null}
    </div>
  );
}

const MESSAGE = "defaults";
/** How long undo is offered here; milliseconds. The list of changes offers it later too. */
const STAY = 10_000;
