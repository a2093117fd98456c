import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { RelativeTime } from '@slipway/backstage-plugin-fleet-react';
import { LifetimeBar } from '../LifetimeBar';
import styles from './CertificatesTable.module.css';

/** When a certificate is renewed, within its life. */
export function RenewsCell(props: { details: CertificateDetails }) {
  const { renewalTime } = props.details;

  return (
    <span className={styles.lines}>
      {renewalTime && <RelativeTime time={renewalTime} />}
      <LifetimeBar details={props.details} size="small" />
    </span>
  );
}
