import type { Edit, SaveEvent, Saves } from "../forms/saves";
import { useSaves } from "../forms/use-saves";
import type { LivePage } from "../pages/pages";
import { typedFields } from "./typed-fields";
import { type LiveFigures, useLiveFigures } from "./use-live-figures";
import { useTyping } from "./use-typing";

export type LiveGrid<Shown> = Omit<LiveFigures<Shown>, "getReady"> & {
  /** What the grids of the page need to be typed into. */
  readonly grid: {
    readonly saves: Saves;
    readonly dispatch: (event: SaveEvent) => void;
    readonly onTyping: (edit: Edit) => void;
    readonly onTypingEnds: (names: readonly string[]) => void;
    readonly onReady: () => void;
  };
};

/** A page with grids: saves what is typed into them, and shows its figures with it before that. */
export function useLiveGrid<Shown>({
  saved,
  ...page
}: {
  readonly page: LivePage;
  readonly subject: string;
  readonly href: string;
  readonly revision: number;
  /** What its loader showed. */
  readonly saved: Shown;
}): LiveGrid<Shown> {
  const { saves, dispatch } = useSaves(page);
  const { typing, note, settle } = useTyping();
  const { getReady, ...figures } = useLiveFigures({ ...page, saved, typed: typedFields(saves, typing) });
  return {
    ...figures,
    grid: { saves, dispatch, onTyping: note, onTypingEnds: settle, onReady: getReady },
  };
}
