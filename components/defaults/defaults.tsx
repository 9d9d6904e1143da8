"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import type { DefaultsActions } from "@/components/defaults/actions";
import { ChannelDefaults } from "@/components/defaults/channel-defaults";
import { defaultsAddress } from "@/components/defaults/draft";
import { ForWhom } from "@/components/defaults/for-whom";
import { PreviewDialog } from "@/components/defaults/preview-dialog";
import { ProfileList } from "@/components/defaults/profile-list";
import { RecentChanges } from "@/components/defaults/recent-changes";
import { SaveBar } from "@/components/defaults/save-bar";
import { TopicDefaults } from "@/components/defaults/topic-defaults";
import { useCounts } from "@/components/defaults/use-counts";
import { useDraft } from "@/components/defaults/use-draft";
import { useSave } from "@/components/defaults/use-save";
import { PANEL, TabBar, tabId } from "@/components/preferences/tab-bar";
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
  const wanted = useSearchParams().get("tab");
  const medium = MEDIA.find((one) => one === wanted) ?? "email";
  const { draft, change, discard } = useDraft(chosen);
  const counts = useCounts(actions.preview, chosen.id, draft, false);
  const [previewing, setPreviewing] = useState(false);
  const { saving, fault, save, takeBack, forgetFault } = useSave(chosen, draft, actions, () => {
    setPreviewing(false);
    discard();
  });

  function changeCells(changes: CellChange[]) {
    forgetFault();
    change(changes);
  }

  function discardAll() {
    forgetFault();
    discard();
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
            <TopicDefaults medium={medium} view={view} draft={draft} onChange={changeCells} />
          </div>
          <SaveBar
            {...{ counts, saving, fault }}
            size={draft.size}
            onDiscard={discardAll}
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
