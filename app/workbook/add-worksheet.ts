import type ExcelJS from "exceljs";

/** A4, as wide as `pagesAcross` pages, with the sheet's name above and the page below. */
export function addWorksheet(workbook: ExcelJS.Workbook, name: string, page: PageSetup): ExcelJS.Worksheet {
  const worksheet = workbook.addWorksheet(name, {
    headerFooter: { oddHeader: "&L&F&R&A", oddFooter: "&RPage &P of &N" },
  });
  const margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
  Object.assign(worksheet.pageSetup, { paperSize: A4, fitToPage: true, fitToHeight: 0, margins, ...page });
  return worksheet;
}

type PageSetup = {
  readonly orientation: "portrait" | "landscape";
  readonly fitToWidth: number;
  readonly printArea: string;
  readonly printTitlesRow?: string;
  readonly printTitlesColumn?: string;
};

/** The number by which a workbook names the paper. */
const A4 = 9;
