import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { FleetQuery } from '../../hooks';
import { WordFilter } from './WordFilter';

/**
 * What {@link DetailFilter} filters by.
 *
 * @public
 */
export interface DetailFilterProps<Details> {
  /** Names the field. */
  label: string;
  /** Of `useFleetQuery`. */
  query: FleetQuery;
  /** Those in sight say what can be chosen. */
  items: ServedItem<Details>[];
  /** A field of the domain's details that holds a word. */
  field: keyof Details & string;
}

/**
 * One of the words that a field of the domain holds, or any.
 *
 * @public
 */
export function DetailFilter<Details>(props: DetailFilterProps<Details>) {
  const { label, query, items, field } = props;
  const { details = [] } = query.filter;
  const prefix = `${field}=`;
  const others = details.filter(detail => !detail.startsWith(prefix));
  const chosen = details.find(detail => detail.startsWith(prefix));
  const words = new Set(items.map(item => String(item.details[field] ?? '')));

  return (
    <WordFilter
      label={label}
      options={[...words]
        .filter(Boolean)
        .sort()
        .map(word => ({ id: word, label: word }))}
      value={chosen?.slice(prefix.length)}
      onChange={word =>
        query.setFilter({
          details: word ? [...others, prefix + word] : others,
        })
      }
    />
  );
}
