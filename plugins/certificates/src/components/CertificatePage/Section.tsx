import { Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import styles from './CertificatePage.module.css';

/** A part of the page under a title. */
export function Section(props: { title: string; children: ReactNode }) {
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
