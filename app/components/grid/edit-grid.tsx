import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { classes } from "../govuk/classes";
import type { createEditGrid, EditGrid, GridOptions } from "./create-edit-grid";
import { scrollsInside } from "./grid-rows";

export type EditGridHandle = Pick<EditGrid, "focus">;

/** The grid inside React: made once, then told what to show. */
export function EditGridElement({
  handle,
  create,
  options,
}: {
  readonly handle: Ref<EditGridHandle>;
  readonly create: typeof createEditGrid;
  readonly options: GridOptions;
}) {
  const element = useRef<HTMLDivElement>(null);
  const grid = useRef<EditGrid | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (element.current === null) return undefined;
    const made = create(element.current, {
      ...latest.current,
      onTyped: (edit) => latest.current.onTyped(edit),
      onTyping: (edit) => latest.current.onTyping(edit),
      onTypingEnds: (names) => latest.current.onTypingEnds(names),
      onReady: () => latest.current.onReady(),
      onRejected: (reason) => latest.current.onRejected(reason),
      rowsToPaste: (wanted) => latest.current.rowsToPaste(wanted),
    });
    grid.current = made;
    return () => {
      grid.current = null;
      made.destroy();
    };
  }, [create]);
  useEffect(() => grid.current?.show(options.state), [options.state]);
  useImperativeHandle(handle, () => ({ focus: (name) => grid.current?.focus(name) }), []);

  const isTall = scrollsInside(options.state.rows);
  return <div className={classes("app-grid", isTall && "app-grid--tall")} ref={element} />;
}
