import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings, sanitizeTextContent } from 'write-excel-file/utility'
import type writeExcelFile from 'write-excel-file/node'

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]
const FILE = 'xl/worksheets/sheet{id}.xml'

const insert = (xml: string, element: string): string => insertElementMarkupAccordingToOrderOfSiblings(xml, element, getOrderOfSiblings(FILE, 'worksheet') ?? [], 'worksheet')
const FIT = 'fitToWidth="1" fitToHeight="0"'

/** Sheets are printed on A4 as wide as a page, and their first rows (as many as are kept in sight) again on every page. */
export const print: Feature = {
  files: {
    transform: {
      [FILE]: {
        transform(xml) {
          const wide = insert(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
          return wide.includes('<pageSetup ') ? wide.replace('<pageSetup ', `<pageSetup ${FIT} `) : insert(wide, `<pageSetup paperSize="9" orientation="portrait" ${FIT}/>`)
        },
      },
      'xl/workbook.xml': {
        transform: (xml, sheets) => xml.replace('<definedNames/>', () => {
          const names = sheets.flatMap(({ sheet = '', stickyRowsCount = 0 }, i) => (stickyRowsCount > 0 ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'!$1:$${stickyRowsCount}`)}</definedName>`] : []))
          return names.length ? `<definedNames>${names.join('')}</definedNames>` : ''
        }),
      },
    },
  },
}
