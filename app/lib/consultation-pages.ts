/** The pages of a consultation, in the order of its navigation. */
export const CONSULTATION_PAGES: readonly { readonly path: string; readonly text: string }[] = [
  { path: "", text: "Partners" },
  { path: "packs", text: "Packs" },
  { path: "replies", text: "Replies" },
  { path: "report", text: "Report" },
];
