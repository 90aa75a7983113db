import { type FormEvent, useRef, useState } from "react";
import { askSession, type Obstacle } from "../../forms/ask-session";

/**
 * Holds a form back until the planner has answered, and sends it then, by the same button. A page whose form fails on
 * its way is replaced by an error page, and what was typed would be gone.
 */
export function useSureSubmit(): {
  readonly obstacle: Obstacle | null;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
} {
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const isSure = useRef(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    if (isSure.current) {
      isSure.current = false;
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    void askSession().then((found) => {
      setObstacle(found);
      if (found !== null || !form.isConnected) return;
      isSure.current = true;
      form.requestSubmit(submitter);
      isSure.current = false; // Where the form did not pass the browser's own checks.
    });
  };
  return { obstacle, onSubmit };
}
