"use client";

import { ListFoot } from "@/components/ui/list-foot";
import { type LoadPage, type Page, usePages } from "@/components/ui/use-pages";
import type { FaultyRow } from "@/lib/core/transfer";

/** Which rows stay out, which column is why, and how to mend it. */
export function FaultyRows({ first, load }: { first: Page<FaultyRow>; load: LoadPage<FaultyRow> }) {
  const { rows, hasMore, more, next } = usePages(first, load);
  return (
    <div className="grid gap-3">
      <div className="overflow-x-auto rounded-xl border bg-card">
        <table className="w-full text-left">
          <thead className="text-muted-foreground text-sm">
            <tr className="border-b">
              <th scope="col" className="px-4 py-2 font-medium">
                Row
              </th>
              <th scope="col" className="px-4 py-2 font-medium">
                Column
              </th>
              <th scope="col" className="px-4 py-2 font-medium">
                What to mend
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ row, faults }) =>
              faults.map(({ column, detail }) => (
                <tr key={`${row} ${column} ${detail}`} className="border-b align-top last:border-b-0">
                  <td className="figures px-4 py-2">{row}</td>
                  <td className="px-4 py-2">{column ?? "The whole row"}</td>
                  <td className="wrap-anywhere px-4 py-2">{detail}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <ListFoot hasMore={hasMore} more={more} onNext={next} />
    </div>
  );
}
