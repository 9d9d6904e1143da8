"use client";

import { type DragEvent, useRef, useState } from "react";

/** Dragging items of a list by pointer: what each `li` is given, and over which the dragged one is. */
export function useDrag(onDrop: (id: string, onto: string) => void) {
  const dragged = useRef<string | null>(null);
  const [over, setOver] = useState<string | null>(null);

  const drag = (id: string) => ({
    draggable: true,
    onDragStart(event: DragEvent) {
      dragged.current = id;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", id);
    },
    onDragOver(event: DragEvent) {
      if (!dragged.current) return;
      event.preventDefault();
      setOver(id);
    },
    onDragEnd() {
      dragged.current = null;
      setOver(null);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      const from = dragged.current;
      setOver(null);
      if (from && from !== id) onDrop(from, id);
    },
  });

  return { drag, isOver: (id: string) => over === id && dragged.current !== id };
}
