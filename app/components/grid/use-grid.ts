import { useEffect, useState, useSyncExternalStore } from "react";
import type { createEditGrid } from "./create-edit-grid";

/** Below this width a table with links to forms is easier than a grid. */
const WIDE = "(min-width: 48em)";

/** What makes grids, once it is loaded and where there is room; null means: show the table. */
export function useGrid(): typeof createEditGrid | null {
  const isWide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(WIDE).matches,
    () => false,
  );
  const [create, setCreate] = useState<typeof createEditGrid | null>(null);
  useEffect(() => {
    if (!isWide) return;
    // When the grid cannot be loaded, the table stays, and everything can be edited from there.
    import("./create-edit-grid").then(
      (loaded) => setCreate(() => loaded.createEditGrid),
      () => undefined,
    );
  }, [isWide]);
  return isWide ? create : null;
}

function watchWidth(onChange: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
