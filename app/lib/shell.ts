import { createContext, useContext } from "react";

/**
 * What the server tells the frame of the page. In the browser the nonce is empty on purpose: a browser hides it from
 * scripts, and the page that React finds there has to equal the page that it would draw.
 */
export type Shell = { readonly nonce: string; readonly requestId: string };

export const ShellContext = createContext<Shell>({ nonce: "", requestId: "" });

export const useShell = (): Shell => useContext(ShellContext);
