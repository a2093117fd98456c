import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { Moment } from '@slipway/backstage-plugin-fleet-react';
import { certificatesTranslationRef } from '../../translation';
import { LifetimeBar } from '../LifetimeBar';
import styles from './CertificatePage.module.css';

/** The life of a certificate as a bar, with its dates. */
export function CertificateLife(props: { details: CertificateDetails }) {
  const { notBefore, notAfter, renewalTime } = props.details;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const dates = [
    { label: t('life.issued'), time: notBefore },
    { label: t('life.renewal'), time: renewalTime },
    { label: t('life.expires'), time: notAfter },
  ];

  if (!notAfter) {
    return null;
  }
  return (
    <div className={styles.life}>
      <LifetimeBar details={props.details} size="large" />
      <dl className={styles.dates}>
        {dates.map(
          ({ label, time }) =>
            time && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Moment time={time} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}
