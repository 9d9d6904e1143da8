import { useEffect, useState } from "react";
import type { TemplateActions } from "@/components/templates/actions";
import { noAnswer } from "@/components/ui/answer";
import type { TemplatesPreview } from "@/lib/core/templates-view";
import type { TopicTemplates } from "@/lib/core/topic-templates";

/** Milliseconds without a key before the preview is asked for. */
const PAUSE = 250;

export interface Preview {
  /** The latest one that could be made. */
  shown: TemplatesPreview | null;
  /** What keeps it from being made: the sample, or the connection. */
  fault: string | null;
}

/** What templates say of a sample, asked anew a moment after either changed. */
export function usePreview(
  preview: TemplateActions["preview"],
  key: string,
  templates: TopicTemplates,
  sample: string,
): Preview {
  const [answer, setAnswer] = useState<Preview>({ shown: null, fault: null });
  const written = JSON.stringify(templates);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const read = parsed(sample);
      const asked = "fault" in read ? read.fault : await preview(key, JSON.parse(written), read.value).catch(noAnswer);
      if (!current) return;
      if (typeof asked === "string") return setAnswer(({ shown }) => ({ shown, fault: asked }));
      if (asked.ok) return setAnswer({ shown: asked.value, fault: null });
      const [first] = asked.errors ?? [];
      const fault = first ? `${first.pointer.replace(/^\/sample\/?/, "")} ${first.detail}`.trim() : asked.detail;
      setAnswer(({ shown }) => ({ shown, fault }));
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [preview, key, written, sample]);
  return answer;
}

function parsed(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: `The sample is not JSON: ${error instanceof Error ? error.message : "check its commas."}` };
  }
}
