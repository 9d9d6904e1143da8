"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { importAddress } from "@/components/transfers/actions";
import { type Answer, noAnswer } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { MOST_BYTES, MOST_ROWS, PEOPLE_COLUMNS } from "@/lib/core/people-file";

/** Chooses a file, has it read, and leads to what it would change. */
export function Upload() {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function send(file: File) {
    setReading(true);
    const answer = await upload(file).catch(noAnswer);
    // The same file, mended, can be chosen again.
    if (field.current) field.current.value = "";
    setReading(false);
    setFault(answer.ok ? null : answer.detail);
    if (answer.ok) router.push(importAddress(answer.value.id));
  }

  return (
    <div className="grid max-w-prose gap-2">
      <p id="upload-hint" className="text-muted-foreground text-sm">
        A CSV file whose first row names its columns: {PEOPLE_COLUMNS.join(", ")}. Only id must be there; who is new
        needs an email too, and an empty cell leaves a person as they are. At most {MOST_ROWS.toLocaleString("en")} rows
        and {MOST_BYTES / 1024 / 1024} MB. You see what it would change before anything does.
      </p>
      <input
        ref={field}
        type="file"
        accept=".csv,text/csv"
        aria-label="File of people"
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => target.files?.[0] && send(target.files[0])}
      />
      <div>
        <Button
          aria-disabled={reading}
          aria-describedby="upload-hint"
          onClick={() => !reading && field.current?.click()}
        >
          <FileUp aria-hidden />
          {reading ? "Reading …" : "Choose a file"}
        </Button>
      </div>
      {fault ? (
        <p role="alert" className="text-destructive">
          Not read. {fault}
        </p>
      ) : null}
    </div>
  );
}

async function upload(file: File): Promise<Answer<{ id: string }>> {
  if (file.size === 0) return { ok: false, detail: "This file is empty." };
  if (file.size > MOST_BYTES) {
    const detail = `This file is larger than ${MOST_BYTES / 1024 / 1024} MB. Split it, and bring in one part after the other.`;
    return { ok: false, detail };
  }
  const headers = { "content-type": "text/csv", "x-file-name": encodeURIComponent(file.name.slice(0, 200)) };
  const answer = await fetch("/api/imports", { method: "POST", headers, body: file });
  const told = await answer.json();
  return answer.ok ? { ok: true, value: { id: told.id } } : { ok: false, detail: told.detail };
}
