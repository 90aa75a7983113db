import type ExcelJS from "exceljs";

/** A4, as wide as `fitToWidth` pages and as long as it takes, with the sheet's name above and the page below. */
export function addWorksheet(
  workbook: ExcelJS.Workbook,
  name: string,
  { view, ...page }: PageSetup,
): ExcelJS.Worksheet {
  const margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
  const pageSetup: Partial<ExcelJS.PageSetup> = { fitToPage: true, fitToHeight: 0, margins, ...page };
  return workbook.addWorksheet(name, {
    headerFooter: { oddHeader: "&L&F&R&A", oddFooter: "&RPage &P of &N" },
    pageSetup: Object.assign(pageSetup, { paperSize: A4 }),
    views: [view],
  });
}

type PageSetup = {
  readonly orientation: "portrait" | "landscape";
  readonly fitToWidth: number;
  readonly fitToHeight?: number;
  readonly printArea: string;
  readonly printTitlesRow?: string;
  readonly printTitlesColumn?: string;
  readonly view: Partial<ExcelJS.WorksheetView>;
};

/** The number by which a workbook names the paper. */
const A4 = 9;
