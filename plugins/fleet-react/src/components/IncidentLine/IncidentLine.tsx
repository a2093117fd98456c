import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { ServedIncident } from '@slipway/backstage-plugin-fleet-common';
import { ReactNode } from 'react';
import { fleetTranslationRef } from '../../translation';
import { LongText } from '../LongText';
import { RelativeTime } from '../RelativeTime';
import { StatusBadge } from '../StatusBadge';
import styles from './IncidentLine.module.css';

/**
 * What {@link IncidentLine} shows.
 *
 * @public
 */
export interface IncidentLineProps {
  /** With the members that the reader may see. */
  incident: ServedIncident;
  /** What it hits, in the units of its domains: `7 certificates, 11 names`. */
  impact: string;
  /** The page of a member; another domain may have it. */
  getMemberHref: (id: string) => string | undefined;
  /** Buttons at the end of the line. */
  children?: ReactNode;
}

/**
 * One outage on one line, with what it hits; unfolds to its members.
 *
 * @public
 */
export function IncidentLine(props: IncidentLineProps) {
  const { incident, impact, getMemberHref, children } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { status, title, says, openedAt, closedAt, change } = incident;

  return (
    <article className={styles.incident}>
      <div className={styles.line}>
        <StatusBadge status={status} />
        <div className={styles.words}>
          <Text as="h2" weight="bold">
            {title}
          </Text>
          <q dir="auto" className={styles.says}>
            <LongText text={says} />
          </q>
        </div>
        <div className={styles.facts}>
          <span>
            {closedAt
              ? t('incident.closed', {
                  time: <RelativeTime form="since" time={closedAt} />,
                })
              : t('incident.since', {
                  time: <RelativeTime form="since" time={openedAt} />,
                })}
          </span>
          {change && (
            <span>{t('incident.after', { title: change.title })}</span>
          )}
        </div>
        {children}
      </div>
      <details>
        <summary className={styles.summary}>{impact}</summary>
        <ul className={styles.members} aria-label={t('incident.members')}>
          {incident.visible.map(({ id, name, status: its, impact: hit }) => {
            const href = getMemberHref(id);
            return (
              <li key={id} className={styles.member}>
                <StatusBadge status={its} />
                {href ? <Link href={href}>{name}</Link> : <span>{name}</span>}
                <span className={styles.facts}>{hit.join(', ')}</span>
              </li>
            );
          })}
          {incident.hidden > 0 && (
            <li>{t('incident.hidden', { count: incident.hidden })}</li>
          )}
        </ul>
      </details>
    </article>
  );
}
