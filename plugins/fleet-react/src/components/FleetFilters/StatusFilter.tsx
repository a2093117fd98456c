import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { StatusCounts, STATUSES } from '@slipway/backstage-plugin-fleet-common';
import { FleetQuery } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import styles from './FleetFilters.module.css';

/** Any of the statuses, each with how many there are. */
export function StatusFilter(props: {
  query: FleetQuery;
  counts?: StatusCounts;
}) {
  const { query, counts } = props;
  const { t } = useTranslationRef(fleetTranslationRef);

  return (
    <Select
      className={styles.field}
      label={t('filters.status')}
      placeholder={t('filters.any')}
      selectionMode="multiple"
      options={STATUSES.map(status => ({
        id: status,
        label: counts
          ? `${t(`status.${status}`)} (${counts[status]})`
          : t(`status.${status}`),
      }))}
      value={query.filter.status ?? []}
      onChange={chosen =>
        query.setFilter({
          status: STATUSES.filter(status => chosen.includes(status)),
        })
      }
    />
  );
}
