import type { ReactNode } from "react";
import { SettingsList } from "@/components/shell/settings-list";

/** A person's settings: the list at the left, the page at its right. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-260 gap-x-10 gap-y-5 px-4 py-6 max-md:flex-col lg:px-8">
      <SettingsList />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
