import { notFound } from "../lib/scenario-route";

/** Every address that no other route knows. */
export const loader = (): Response => {
  throw notFound();
};

export const action = loader;

/** Never drawn: its place is taken by the error page. */
export default function NotFoundPage() {
  return null;
}
