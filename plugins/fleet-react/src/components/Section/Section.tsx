import { Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import styles from './Section.module.css';

/**
 * What {@link Section} holds.
 *
 * @public
 */
export interface SectionProps {
  /** Names it. */
  title: string;
  /** What is under the title. */
  children: ReactNode;
}

/**
 * A part of a page under a title.
 *
 * @public
 */
export function Section(props: SectionProps) {
  const id = useId();

  return (
    <section aria-labelledby={id} className={styles.section}>
      <Text as="h3" variant="title-x-small" id={id}>
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
