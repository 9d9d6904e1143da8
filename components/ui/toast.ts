import type { toast as Toast } from "sonner";

/** Messages of what every page carries: what shows them comes after the page's first script. */
export const toast = {
  success: (...words: Parameters<typeof Toast.success>) => say((spoken) => spoken.success(...words)),
  error: (...words: Parameters<typeof Toast.error>) => say((spoken) => spoken.error(...words)),
};

function say(speak: (toast: typeof Toast) => void): void {
  import("sonner").then(
    (module) => speak(module.toast),
    () => {},
  );
}
