"use client";

import { useState } from "react";
import { BodyEditor } from "@/components/broadcasts/body-editor";
import type { Draft, Faults } from "@/components/broadcasts/draft";
import { Field } from "@/components/ui/field";

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
      <Field
        {...{ name: "title", label: "Title", maxLength: 200, value: words.title, fault: faults.title }}
        autoComplete="off"
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <div className="grid gap-1.5">
        <span className="font-medium">Message</span>
        <BodyEditor id="body" initial={initial} fault={faults.body} onChange={(body) => onChange({ body })} />
      </div>
      <Field
        {...{ name: "url", label: "Link", maxLength: 2048, value: words.url, fault: faults.url }}
        autoComplete="off"
        placeholder="Optional: where it leads"
        onChange={({ target }) => onChange({ url: target.value })}
      />
    </div>
  );
}
