import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  ColumnConfig,
  Table,
  useBreakpoint,
  VisuallyHidden,
} from '@backstage/ui';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { ReactNode, useMemo } from 'react';
import { FleetItems, FleetQuery } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import { ErrorState } from '../States';
import { FleetColumn } from './FleetColumn';
import styles from './FleetTable.module.css';
import { NewRows } from './NewRows';
import { usePages } from './usePages';
import { FleetRow, useRows } from './useRows';
import { toTableSort } from './toTableSort';

/** Pixels: a label of seven letters, and the arrow of the order. */
const LEAST_WIDTH = 110;

/**
 * What {@link FleetTable} shows.
 *
 * @public
 */
export interface FleetTableProps<Details = unknown> {
  /** What the table is of, for a screen reader. */
  label: string;
  /** Of `useFleetItems`. */
  list: FleetItems<Details>;
  /** Of `useFleetQuery`. */
  query: FleetQuery;
  /** The same array as long as the columns are the same. */
  columns: FleetColumn<Details>[];
  /** The page of an item. */
  getHref: (item: ServedItem<Details>) => string;
  /** Says what will appear where nothing matches. */
  emptyState: ReactNode;
}

/**
 * The live table of a domain: rows change where they are, new ones are
 * announced above it.
 *
 * @public
 */
export function FleetTable<Details>(props: FleetTableProps<Details>) {
  const { list, query, columns, getHref } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const isNarrow = !useBreakpoint().up('lg');
  const rows = useRows(list.items, list.gone);
  const pages = usePages(query, list);
  const sort = toTableSort(query, columns);

  const columnConfig = useMemo(
    () =>
      columns
        .filter(column => !(isNarrow && column.isWideOnly))
        .map((column): ColumnConfig<FleetRow<Details>> => {
          const { id, label, isRowHeader, share = 1 } = column;
          return {
            id,
            label,
            isRowHeader,
            width: `${share}fr`,
            minWidth: LEAST_WIDTH,
            isSortable: column.sort !== undefined,
            cell: row => (
              <Cell className={row.isGone ? styles.gone : undefined}>
                {column.cell(row.item)}
                {row.isGone && isRowHeader && (
                  <VisuallyHidden>{t('table.gone')}</VisuallyHidden>
                )}
              </Cell>
            ),
          };
        }),
    [columns, isNarrow, t],
  );

  if (list.error && list.items.length === 0) {
    return <ErrorState error={list.error} onRetry={list.refresh} />;
  }
  return (
    <section aria-label={props.label} className={styles.table}>
      {list.error && (
        <ErrorState error={list.error} onRetry={list.refresh} isDated />
      )}
      <NewRows count={list.newCount} onShow={list.showNew} />
      <Table
        columnConfig={columnConfig}
        data={list.isLoading ? undefined : rows}
        isPending={list.isLoading}
        isStale={list.isStale}
        sort={sort}
        rowConfig={{ getHref: row => getHref(row.item) }}
        emptyState={props.emptyState}
        pagination={
          pages.isOne
            ? { type: 'none' }
            : {
                type: 'page',
                pageSize: list.items.length,
                pageSizeOptions: [],
                showPageSizeOptions: false,
                totalCount: list.total,
                getLabel: () => t('table.total', { count: list.total }),
                hasNextPage: pages.hasNext,
                hasPreviousPage: pages.hasPrevious,
                onNextPage: pages.showNext,
                onPreviousPage: pages.showPrevious,
              }
        }
      />
    </section>
  );
}
