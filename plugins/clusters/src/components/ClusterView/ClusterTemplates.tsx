import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { FactList, Section } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';
import { VersionNotes } from '../VersionNotes';
import styles from './ClusterView.module.css';

/** From what a cluster was made, and what newer there is. */
export function ClusterTemplates(props: { item: ServedItem<ClusterDetails> }) {
  const { kind, newerTemplates, template, version, versionEndsAt } =
    props.item.details;
  const { t } = useTranslationRef(clustersTranslationRef);

  return (
    <Section title={t('template.title')}>
      <FactList
        facts={[
          [
            t('template.version'),
            version ? (
              <>
                {version}{' '}
                <VersionNotes details={{ versionEndsAt, newerTemplates: [] }} />
              </>
            ) : (
              t(kind === 'registered' ? 'version.untold' : 'version.unknown')
            ),
          ],
          [t('template.own'), template?.name],
        ]}
      />
      {newerTemplates.length === 0 ? (
        template && <span className={styles.quiet}>{t('template.newest')}</span>
      ) : (
        <>
          <span>{t('template.newer')}</span>
          <ul className={styles.list}>
            {newerTemplates.map(newer => (
              <li key={newer.uuid}>
                {newer.name}
                {newer.version && ` (${newer.version})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
