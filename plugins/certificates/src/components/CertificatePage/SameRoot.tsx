import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import {
  ServedIncident,
  ServedItem,
} from '@slipway/backstage-plugin-fleet-common';
import {
  RootLink,
  Section,
  StatusBadge,
} from '@slipway/backstage-plugin-fleet-react';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { useImpact } from '../../hooks/useImpact';
import { certificatesTranslationRef } from '../../translation';
import styles from './CertificatePage.module.css';

const SHOWN = 10;

/** What else is broken by the same, so that nobody repairs it twice. */
export function SameRoot(props: {
  item: ServedItem<CertificateDetails>;
  incident?: ServedIncident;
}) {
  const { item, incident } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { list, getHref } = useCertificateHrefs();
  const describeImpact = useImpact();
  const others =
    incident?.visible.filter(
      ({ id }) => id !== item.id && id.startsWith(`${item.ref.domain}/`),
    ) ?? [];

  return (
    <Section title={t('beside.title')}>
      {!incident || incident.memberCount <= 1 ? (
        <Text as="p">{t('beside.none')}</Text>
      ) : (
        <>
          <Text as="p">
            {t('beside.all', {
              impact: describeImpact(incident),
              root: <RootLink root={incident.root} listHref={list} />,
            })}
          </Text>
          {others.length > 0 && (
            <ul className={styles.list}>
              {others.slice(0, SHOWN).map(({ id, name, status }) => (
                <li key={id}>
                  <StatusBadge status={status} />{' '}
                  <Link href={getHref(id)}>{name}</Link>
                </li>
              ))}
              {others.length > SHOWN && (
                <li>{t('list.more', { count: others.length - SHOWN })}</li>
              )}
            </ul>
          )}
        </>
      )}
    </Section>
  );
}
