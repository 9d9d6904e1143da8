"use client";

import { useState } from "react";
import { BodyEditor } from "@/components/broadcasts/body-editor";
import type { Draft, Faults } from "@/components/broadcasts/draft";
import { FaultLine, faulty } from "@/components/broadcasts/fault-line";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type Words = Pick<Draft, "title" | "body" | "url">;

interface WordFieldsProps {
  words: Words;
  faults: Faults;
  onChange(part: Partial<Words>): void;
}

/** What people see: title, message and link. */
export function WordFields({ words, faults, onChange }: WordFieldsProps) {
  // The editor keeps its own text from then on.
  const [initial] = useState(words.body);
  return (
    <div className="grid gap-4">
      <Line
        {...{ id: "title", label: "Title", maxLength: 200, value: words.title, fault: faults.title }}
        onChange={(title) => onChange({ title })}
      />
      <div className="grid gap-1.5">
        <span className="font-medium">Message</span>
        <BodyEditor id="body" initial={initial} fault={faults.body} onChange={(body) => onChange({ body })} />
      </div>
      <Line
        {...{ id: "url", label: "Link", maxLength: 2048, value: words.url, fault: faults.url, optional: true }}
        onChange={(url) => onChange({ url })}
      />
    </div>
  );
}

interface LineProps {
  id: string;
  label: string;
  value: string;
  maxLength: number;
  fault?: string;
  optional?: boolean;
  onChange(value: string): void;
}

function Line({ id, label, value, maxLength, fault, optional, onChange }: LineProps) {
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input
        {...{ id, value, maxLength }}
        autoComplete="off"
        {...faulty(id, fault)}
        placeholder={optional ? "Optional: where it leads" : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      <FaultLine field={id} fault={fault} />
    </div>
  );
}
