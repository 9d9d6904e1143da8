import type { Metadata } from "next";
import Link from "next/link";
import { Guide } from "@/components/developers/guide";
import { Rules } from "@/components/developers/rules";
import { Copyable } from "@/components/ui/copyable";
import { guide } from "@/lib/http/openapi/guide";
import { runtime } from "@/lib/runtime";

export const metadata: Metadata = { title: "Developers" };

const LINK = "text-primary underline underline-offset-4";

/** How to post to this Belfry and read from it, with commands that run (C1). Like the document, it holds nobody's data. */
export default function DevelopersPage() {
  const { publicUrl } = runtime();
  const sections = guide(publicUrl);
  return (
    <main id="content" className="mx-auto grid max-w-240 gap-8 px-4 py-10 lg:px-8">
      <header className="grid gap-3">
        <h1 className="font-semibold text-xl">Developers</h1>
        <p className="max-w-prose">
          Say what happened; Belfry decides who hears of it, where and when, and can tell why. A super admin makes the
          key at{" "}
          <Link className={LINK} href="/admin/apps">
            Apps
          </Link>
          . Put it where the examples find it:
        </p>
        <Copyable label="the key" text='export BELFRY_KEY="bfy_…"' />
        <nav aria-label="On this page">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {sections.map(({ name }) => (
              <li key={name}>
                <a className={`${LINK} inline-block py-1`} href={`#about-${name}`}>
                  {name}
                </a>
              </li>
            ))}
            <li>
              <a className={`${LINK} inline-block py-1`} href="/api/v1/openapi.json">
                OpenAPI 3.1
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <Rules />
      <Guide sections={sections} />
    </main>
  );
}
