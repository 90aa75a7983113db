import { safeRedirect } from "../lib/safe-redirect";

export const loader = (): Response => safeRedirect("/plans");
