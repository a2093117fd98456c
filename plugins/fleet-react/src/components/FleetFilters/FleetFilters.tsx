import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import { ReactNode } from 'react';
import { FleetItems, FleetQuery } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import { ChosenByLink } from './ChosenByLink';
import { ClusterFilter } from './ClusterFilter';
import styles from './FleetFilters.module.css';
import { OwnerFilter } from './OwnerFilter';
import { StatusFilter } from './StatusFilter';
import { TextFilter } from './TextFilter';

/**
 * What {@link FleetFilters} changes.
 *
 * @public
 */
export interface FleetFiltersProps {
  /** Of `useFleetQuery`. */
  query: FleetQuery;
  /** What the query finds; says what can be chosen. */
  list: FleetItems;
  /** Its items are in no cluster, so none can be chosen. */
  isOutside?: boolean;
  /** Filters of the domain itself. */
  children?: ReactNode;
}

/**
 * The filters that every list has; they are in the URL.
 *
 * @public
 */
export function FleetFilters(props: FleetFiltersProps) {
  const { query, list, isOutside } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const isFiltered = Object.keys(query.chosen).length > 0;

  return (
    <div
      role="search"
      aria-label={t('filters.label')}
      className={styles.search}
    >
      <Flex gap="3" align="end" className={styles.filters}>
        <TextFilter query={query} />
        <StatusFilter query={query} counts={list.counts} />
        {!isOutside && <ClusterFilter query={query} inSight={list.sources} />}
        <OwnerFilter query={query} items={list.items} />
        {props.children}
        {isFiltered && (
          <Button variant="tertiary" onPress={query.clearFilter}>
            {t('filters.clear')}
          </Button>
        )}
      </Flex>
      <ChosenByLink query={query} />
    </div>
  );
}
