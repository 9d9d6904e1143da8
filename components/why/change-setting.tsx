import Link from "next/link";
import type { SettingLink } from "@/lib/core/setting-of";

/** Leads to the one setting that would have it otherwise (U17). Follows a sentence. */
export function ChangeSetting({ setting: { address, label } }: { setting: SettingLink }) {
  return (
    <>
      {" "}
      <Link
        href={address}
        prefetch={false}
        aria-label={`Change ${label}`}
        className="font-medium text-primary underline-offset-4 hover:underline"
      >
        Change
      </Link>
    </>
  );
}
