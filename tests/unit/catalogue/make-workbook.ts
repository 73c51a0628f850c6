import ExcelJS from 'exceljs';

/** A workbook's bytes; `fill` puts in what a sheet of rows cannot say: merged areas, formulas, errors. */
export async function makeWorkbook(
  sheets: Record<string, unknown[][]>,
  fill: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows);
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
