"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** A password that can be pasted, filled in by a manager, and looked at (U28). */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, "type" | "children">) {
  const [isShown, setShown] = useState(false);
  // Without scripts the button could do nothing, so it is not there.
  const isLive = useSyncExternalStore(never, yes, no);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field
      {...props}
      type={isShown ? "text" : "password"}
      className="pr-11"
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
    >
      {isLive && (
        <Button
          type="button"
          variant="ghost"
          size="icon"
          className="absolute top-0 right-0 text-muted-foreground hover:bg-transparent"
          onClick={() => setShown(!isShown)}
        >
          <Icon aria-hidden />
          <span className="sr-only">{isShown ? "Hide password" : "Show password"}</span>
        </Button>
      )}
    </Field>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;
