import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { moveBy } from "./table-moves";

/**
 * Makes the links of a table one stop of Tab: the arrow keys go from one to another, and the last that had the focus has
 * it again. Without script each link is a stop of its own, and a screen reader finds all of them as it always does.
 */
export function useOneStop(region: RefObject<HTMLElement>): {
  readonly isOneStop: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const [isOneStop, setIsOneStop] = useState(false);
  const column = useRef<number | null>(null);

  // A table is drawn again where figures move: links come and go.
  useEffect(() => {
    const links = linksOf(region.current);
    setIsOneStop(links.length > 1);
    makeStop(links, links.find(isStop) ?? links[0]);
  });
  useEffect(() => {
    const element = region.current;
    const onFocus = ({ target }: FocusEvent): void => {
      const links = linksOf(element);
      const link = links.find((one) => one === target);
      if (link !== undefined) makeStop(links, link);
    };
    element?.addEventListener("focusin", onFocus);
    return () => element?.removeEventListener("focusin", onFocus);
  }, [region]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOneStop || event.altKey || event.metaKey || event.shiftKey) return;
    const links = linksOf(region.current);
    const from = links.findIndex((link) => link === event.target);
    const isFar = event.ctrlKey;
    const move = moveBy(event.key, links.map(spotOf), { from, column: column.current, isFar });
    if (move === null) return;
    event.preventDefault();
    column.current = move.column;
    // A browser leaves a link where it is that shows only in part.
    links[move.to]?.focus({ preventScroll: true });
    links[move.to]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return { isOneStop, onKeyDown };
}

/** Set by {@link makeStop}: of links that are new none is it. */
const isStop = (link: HTMLElement): boolean => link.getAttribute("tabindex") === "0";

function makeStop(links: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const link of links) link.tabIndex = link === stop ? 0 : -1;
}

function linksOf(region: HTMLElement | null): HTMLElement[] {
  return [...(region?.querySelectorAll<HTMLElement>("td a[href], th a[href]") ?? [])];
}

function spotOf(link: HTMLElement): { readonly row: number; readonly cell: number } {
  const cell = link.closest<HTMLTableCellElement>("td, th");
  const row = link.closest("tr");
  return { row: row?.rowIndex ?? 0, cell: cell?.cellIndex ?? 0 };
}
