import { useLocation } from "@remix-run/react";
import { useState } from "react";

/**
 * Holds what a form was opened with until the page is asked for anew (it was sent, or opened again), although the page is
 * brought up to date with what others do meanwhile: what is typed is typed over what the person saw, and saved against it.
 */
export function useHeld<Value>(current: Value): Value {
  const { key } = useLocation();
  const [held, hold] = useState({ key, value: current });
  if (held.key === key) return held.value;
  hold({ key, value: current });
  return current;
}
