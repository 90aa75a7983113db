import { themeQuartz } from "ag-grid-community";

/** The grid in the look of the tables: system fonts, black on white, lines between rows, the yellow focus. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: ["arial", "sans-serif"],
  fontSize: 16,
  foregroundColor: "#0b0c0c",
  backgroundColor: "#ffffff",
  headerBackgroundColor: "#f4f8fb",
  headerTextColor: "#0b0c0c",
  headerFontWeight: 700,
  borderColor: "#8a9299",
  wrapperBorderRadius: 0,
  borderRadius: 0,
  cellHorizontalPadding: 10,
  rowHeight: 44,
  rowHoverColor: "#f4f8fb",
  oddRowBackgroundColor: "#ffffff",
  accentColor: "#1d70b8",
  columnBorder: { style: "solid", width: 1, color: "#cecece" },
});
