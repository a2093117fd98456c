import { useSearchParams } from 'react-router-dom';

/** Whether the list is grouped by incident, as its URL says. */
export function useGrouping() {
  const [params, setParams] = useSearchParams();

  return {
    isGrouped: params.get('group') === 'incident',
    setGrouped: (isGrouped: boolean) =>
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
