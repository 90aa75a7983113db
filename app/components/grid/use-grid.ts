import { useEffect, useState } from "react";
import type { EditGrid } from "./edit-grid";

/** Below this width a table with links to forms is easier than a grid. */
const WIDE = "(min-width: 48em)";

/**
 * The grid, once it is loaded and where there is room; null means: show the table. A grid that is there stays, so that
 * nothing being typed is lost when the window gets narrow. `isHeld`: what stands in its place is typed into.
 */
export function useGrid(isHeld: () => boolean): typeof EditGrid | null {
  const [grid, setGrid] = useState<typeof EditGrid | null>(null);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const load = (): void => {
      if (!query.matches) return;
      // When the grid cannot be loaded, the table stays, and everything can be edited from there.
      import("./edit-grid").then(
        (loaded) => {
          if (!isHeld()) setGrid(() => loaded.EditGrid);
        },
        () => undefined,
      );
    };
    load();
    query.addEventListener("change", load);
    return () => query.removeEventListener("change", load);
  }, [isHeld]);
  return grid;
}
