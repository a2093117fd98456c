import { Link } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import styles from './CertificatePage.module.css';

/** A name that a browser can open. */
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** The names that stop working with a certificate, and whose they are. */
export function ServedNames(props: { item: ServedItem<CertificateDetails> }) {
  const { details, service, environment } = props.item;
  const whose = [service, environment].filter(Boolean).join(' ');

  return (
    <ul className={styles.list}>
      {details.names.map(name => (
        <li key={name}>
          {HOST.test(name) ? (
            <Link href={`https://${name}`} target="_blank" rel="noopener">
              {name}
            </Link>
          ) : (
            name
          )}
          {whose && ` (${whose})`}
        </li>
      ))}
    </ul>
  );
}
