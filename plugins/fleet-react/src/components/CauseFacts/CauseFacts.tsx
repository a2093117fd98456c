import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CauseEntry } from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { StatusBadge } from '../StatusBadge';
import styles from './CauseFacts.module.css';
import { wordsOfRoot } from './wordsOfRoot';

/**
 * What {@link CauseFacts} tells.
 *
 * @public
 */
export interface CauseFactsProps {
  /** Of the catalogue of a domain. */
  cause: CauseEntry;
}

/**
 * What the catalogue says of a cause: what to do, what heals and what proves it.
 *
 * @public
 */
export function CauseFacts(props: CauseFactsProps) {
  const { code, advice, root, evidence, status, kind } = props.cause;
  const { t } = useTranslationRef(fleetTranslationRef);

  return (
    <dl className={styles.facts}>
      <dt>{t('cause.advice')}</dt>
      <dd>{advice}</dd>
      {kind && (
        <>
          <dt>{t('cause.who')}</dt>
          <dd>{t(`cause.kind.${kind}`)}</dd>
        </>
      )}
      <dt>{t('cause.root')}</dt>
      <dd>{t('cause.rootIs', { root: wordsOfRoot(root) })}</dd>
      <dt>{t('cause.evidence')}</dt>
      <dd>{evidence.join(', ')}</dd>
      <dt>{t('cause.status')}</dt>
      <dd className={styles.statuses}>
        {status.map(one => (
          <StatusBadge key={one} status={one} />
        ))}
      </dd>
      <dt>{t('cause.code')}</dt>
      <dd>
        <code>{code}</code>
      </dd>
    </dl>
  );
}
