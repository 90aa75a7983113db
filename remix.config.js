/** The options of Remix; vite.config.ts hands them to its Vite plugin. */
export default {
  appDirectory: "app",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    // Off on purpose: both bring code with open denial-of-service advisories.
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
