import { getOrCreateGlobalSingleton } from '@backstage/version-bridge';
import { useEffect, useState } from 'react';

// Of all copies of this package, since they share what is shown.
const mounted = () =>
  getOrCreateGlobalSingleton(
    'slipway-legacy-overlays',
    (): ((isFirst: boolean) => void)[] => [],
  );

const tellFirst = () => mounted().forEach((tell, index) => tell(index === 0));

/** Whether this is the first of all that are mounted and ask. */
export function useIsFirst(): boolean {
  const [isFirst, setFirst] = useState(false);

  useEffect(() => {
    const all = mounted();
    all.push(setFirst);
    tellFirst();
    return () => {
      all.splice(all.indexOf(setFirst), 1);
      tellFirst();
    };
  }, []);

  return isFirst;
}
