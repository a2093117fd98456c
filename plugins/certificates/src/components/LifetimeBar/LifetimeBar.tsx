import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import {
  formatDate,
  useLocale,
  useNow,
} from '@slipway/backstage-plugin-fleet-react';
import { certificatesTranslationRef } from '../../translation';
import styles from './LifetimeBar.module.css';
import { readLifetime } from './readLifetime';

const MINUTE_MS = 60_000;

/** @internal */
export interface LifetimeBarProps {
  details: Pick<CertificateDetails, 'notBefore' | 'notAfter' | 'renewalTime'>;
  size: 'small' | 'large';
}

/** A certificate's life as a bar: what is over, when it is renewed, and now. */
export function LifetimeBar(props: LifetimeBarProps) {
  const { details, size } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const locale = useLocale();
  const now = useNow(MINUTE_MS);
  const lifetime = readLifetime(details, now);
  const { notBefore, notAfter, renewalTime } = details;

  if (!lifetime || !notBefore || !notAfter) {
    return null;
  }
  const label = [
    t('lifetime.issued', { date: formatDate(notBefore, locale) }),
    ...(renewalTime
      ? [t('lifetime.renewal', { date: formatDate(renewalTime, locale) })]
      : []),
    t('lifetime.expires', { date: formatDate(notAfter, locale) }),
    t('lifetime.over', { percent: String(Math.floor(lifetime.now * 100)) }),
  ].join(', ');

  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.bar}
      data-size={size}
      data-phase={lifetime.phase}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
    >
      <title>{label}</title>
      <rect className={styles.track} width="100" height="10" />
      <rect className={styles.over} width={lifetime.now * 100} height="10" />
      {lifetime.renewal !== undefined && (
        <line
          className={styles.renewal}
          x1={lifetime.renewal * 100}
          x2={lifetime.renewal * 100}
          y2="10"
        />
      )}
      <line
        className={styles.now}
        x1={lifetime.now * 100}
        x2={lifetime.now * 100}
        y2="10"
      />
    </svg>
  );
}
