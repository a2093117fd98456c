import { useEffect, useState } from 'react';

const mounted: ((isFirst: boolean) => void)[] = [];

const tellFirst = () => mounted.forEach((tell, index) => tell(index === 0));

/** Whether this is the first of all that are mounted and ask. */
export function useIsFirst(): boolean {
  const [isFirst, setFirst] = useState(false);

  useEffect(() => {
    mounted.push(setFirst);
    tellFirst();
    return () => {
      mounted.splice(mounted.indexOf(setFirst), 1);
      tellFirst();
    };
  }, []);

  return isFirst;
}
