import type { ShouldRevalidateFunction } from "@remix-run/react";
import { STATUS_OF } from "../forms/save-answer";

/** The page of an element that somebody has deleted stays as it is, with what was typed: there is nothing to read anew. */
export const stayWhenGone: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === STATUS_OF.gone ? false : defaultShouldRevalidate;
