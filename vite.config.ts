import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig(({ mode }) => ({
  plugins: mode === "test" ? [] : [remix(remixOptions)],
  build: {
    target: "es2022",
    sourcemap: false,
    reportCompressedSize: false,
    // A small asset as a data: address would need a looser content security policy.
    assetsInlineLimit: 0,
  },
  // The engine's pages are loaded one by one.
  worker: { format: "es" },
  css: {
    preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } },
  },
}));
