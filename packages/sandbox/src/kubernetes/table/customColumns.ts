import { PrinterColumn } from '../registry';
import { ageColumn, nameColumn } from './commonColumns';
import { formatAge } from './formatAge';
import { jsonPath } from './jsonPath';
import { Cell, TableColumn } from './TableColumn';

/** The columns that a definition declares. */
export function customColumns(declared?: PrinterColumn[]): TableColumn[] {
  if (!declared) {
    return [nameColumn, { ...ageColumn, type: 'date' }];
  }
  return [
    nameColumn,
    ...declared.map(column => ({
      ...column,
      cell: (object: object, now: Date) =>
        toCell(jsonPath(object, column.jsonPath), column.type, now),
    })),
  ];
}

function toCell(values: unknown[], type: string, now: Date): Cell {
  const [value] = values;
  if (value === undefined || value === null) {
    return null;
  }
  switch (type) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return formatAge(String(value), now);
    default:
      return values
        .map(one =>
          typeof one === 'object' ? JSON.stringify(one) : String(one),
        )
        .join(',');
  }
}
