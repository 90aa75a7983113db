import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { ShellContext } from "./lib/shell";

const requestId = document.querySelector<HTMLMetaElement>("meta[name='request-id']")?.content ?? "";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <ShellContext.Provider value={{ nonce: "", requestId }}>
        <RemixBrowser />
      </ShellContext.Provider>
    </StrictMode>,
  );
});
