import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { fleetTranslationRef } from '../../translation';
import styles from './FleetFilters.module.css';

const ANY = '*';

/**
 * What {@link WordFilter} offers.
 *
 * @public
 */
export interface WordFilterProps {
  /** Names the field. */
  label: string;
  /** The words, without that for any. */
  options: { id: string; label: string }[];
  /** The chosen word, `undefined` for any. */
  value: string | undefined;
  /** `undefined` when any will do again. */
  onChange: (value: string | undefined) => void;
}

/**
 * One of some words, or any.
 *
 * @public
 */
export function WordFilter(props: WordFilterProps) {
  const { label, options, value, onChange } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const isListed = !value || options.some(({ id }) => id === value);

  return (
    <Select
      className={styles.field}
      label={label}
      options={[
        { id: ANY, label: t('filters.any') },
        ...options,
        // A link may name what is not there any more.
        ...(isListed ? [] : [{ id: value, label: value }]),
      ]}
      value={value ?? ANY}
      onChange={chosen =>
        onChange(chosen === ANY || chosen === null ? undefined : String(chosen))
      }
    />
  );
}
