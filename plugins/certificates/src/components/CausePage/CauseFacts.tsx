import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CertificateCauseEntry } from '@slipway/backstage-plugin-certificates-common';
import { StatusBadge } from '@slipway/backstage-plugin-fleet-react';
import { certificatesTranslationRef } from '../../translation';
import styles from './CausePage.module.css';

/** What the catalogue says of a cause. */
export function CauseFacts(props: { cause: CertificateCauseEntry }) {
  const { code, advice, root, evidence, status, kind } = props.cause;
  const { t } = useTranslationRef(certificatesTranslationRef);

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
      <dd>{t('cause.rootIs', { root })}</dd>
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
