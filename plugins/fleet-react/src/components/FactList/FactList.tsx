import { ReactNode } from 'react';
import styles from './FactList.module.css';

/**
 * What {@link FactList} tells.
 *
 * @public
 */
export interface FactListProps {
  /** Each with what it is called; those that are not known are left out. */
  facts: (readonly [label: string, value: ReactNode])[];
}

const isKnown = (value: ReactNode) =>
  value !== undefined && value !== '' && value !== false;

/**
 * Facts beside each other, as many as there is room for.
 *
 * @public
 */
export function FactList(props: FactListProps) {
  return (
    <dl className={styles.facts}>
      {props.facts.map(
        ([label, value]) =>
          isKnown(value) && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
