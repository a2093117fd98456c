import { SortState } from '@backstage/ui';
import { FleetQuery } from '../../hooks';
import { FleetColumn } from './FleetColumn';

/** The order of the list in the words of the table. */
export function toTableSort<Details>(
  query: FleetQuery,
  columns: FleetColumn<Details>[],
): SortState {
  const field = query.sort?.field ?? 'status';
  const column = columns.find(({ sort }) => sort === field);

  return {
    descriptor: column
      ? {
          column: column.id,
          direction: query.sort?.order === 'desc' ? 'descending' : 'ascending',
        }
      : null,
    onSortChange: ({ column: id, direction }) => {
      const chosen = columns.find(one => one.id === id)?.sort;
      if (chosen) {
        query.setSort({
          field: chosen,
          order: direction === 'descending' ? 'desc' : 'asc',
        });
      }
    },
  };
}
