import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { RelativeTime, useNow } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';
import styles from './VersionNotes.module.css';

const MINUTE_MS = 60_000;
/** As long before its end as an upgrade is planned. */
const SOON_MS = 60 * 86_400_000;

/** @internal */
export interface VersionNotesProps {
  details: Pick<ClusterDetails, 'versionEndsAt' | 'newerTemplates'>;
}

/** Whether a newer version can be had, and whether the support ends. */
export function VersionNotes(props: VersionNotesProps) {
  const { newerTemplates, versionEndsAt } = props.details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const now = useNow(MINUTE_MS);
  const [newest] = newerTemplates;
  const end = Date.parse(versionEndsAt ?? '');
  const isEnding = versionEndsAt !== undefined && end - now < SOON_MS;

  return (
    <>
      {isEnding && (
        <span className={styles.note}>
          {t(end <= now ? 'version.ended' : 'version.ends', {
            time: <RelativeTime time={versionEndsAt} />,
          })}
        </span>
      )}
      {newest && (
        <span className={styles.note}>
          {t('version.newer', { version: newest.version ?? newest.name })}
        </span>
      )}
    </>
  );
}
