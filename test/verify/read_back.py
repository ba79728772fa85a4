"""Prints as JSON what openpyxl finds in a workbook: sheets, tables, names, formats, page setup."""

import json
import sys

from openpyxl import load_workbook


def sheet_facts(sheet):
    return {
        "tables": {
            table.name: {"ref": table.ref, "columns": [column.name for column in table.tableColumns]}
            for table in sheet.tables.values()
        },
        "conditionalFormats": [str(entry.sqref) for entry in sheet.conditional_formatting],
        "freeze": sheet.freeze_panes,
        "printTitles": sheet.print_title_rows,
        "printArea": sheet.print_area,
        "paperSize": sheet.page_setup.paperSize,
        "orientation": sheet.page_setup.orientation,
        "fitToWidth": sheet.page_setup.fitToWidth,
        "merges": len(sheet.merged_cells.ranges),
        "numberFormats": {cell.coordinate: cell.number_format for row in sheet.iter_rows() for cell in row if cell.value is not None},
        "fonts": sorted({cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}),
    }


book = load_workbook(sys.argv[1])
defined = book.defined_names
names = {entry.name: entry.attr_text for entry in getattr(defined, "definedName", None) or defined.values()}
print(json.dumps({"sheets": {sheet.title: sheet_facts(sheet) for sheet in book.worksheets}, "names": names}))
