import { useSearchParams } from 'react-router-dom';

/**
 * Whether a list is shown by incident, as its URL says.
 *
 * @public
 */
export interface Grouping {
  /** One line for each incident, instead of one for each item. */
  isGrouped: boolean;
  /** From the first page on. */
  setGrouped: (isGrouped: boolean) => void;
}

/**
 * Whether a list is grouped by incident, as its URL says.
 *
 * @public
 */
export function useGrouping(): Grouping {
  const [params, setParams] = useSearchParams();

  return {
    isGrouped: params.get('group') === 'incident',
    setGrouped: isGrouped =>
      setParams(before => {
        const next = new URLSearchParams(before);
        // Pages of one list are none of the other.
        next.delete('cursor');
        if (isGrouped) {
          next.set('group', 'incident');
        } else {
          next.delete('group');
        }
        return next;
      }),
  };
}
