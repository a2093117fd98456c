import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { Change, ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { ReactNode } from 'react';
import { fleetTranslationRef } from '../../translation';
import { NameOfObject } from '../ObjectDrawer';
import { RelativeTime } from '../RelativeTime';
import { StatusBadge } from '../StatusBadge';
import { FindingWords } from './FindingWords';
import styles from './FindingPanel.module.css';

/**
 * What {@link FindingPanel} shows.
 *
 * @public
 */
export interface FindingPanelProps {
  /** With its finding and what is beside it. */
  item: ServedItem;
  /** The page of a cause. */
  getCauseHref: (cause: string) => string;
  /** What was changed before, newest first. */
  changes?: Change[];
  /** For objects whose names are ids. */
  nameOf?: NameOfObject;
  /** What can be done, usually `Remedies`. */
  children?: ReactNode;
}

/**
 * Why an item is not well: the cause, the object that says so in its own words,
 * and what to do. Nothing for a healthy item.
 *
 * @public
 */
export function FindingPanel(props: FindingPanelProps) {
  const { item, getCauseHref, changes = [], nameOf, children } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { finding, beside = [] } = item;
  const since = finding?.since;
  const change = changes.find(({ at }) => since === undefined || at <= since);

  if (!finding && beside.length === 0) {
    return null;
  }
  return (
    <section className={styles.panel} data-status={item.status}>
      {finding && (
        <>
          <div className={styles.head}>
            <StatusBadge status={finding.status} />
            <Text as="h2" variant="title-x-small">
              {finding.title}
            </Text>
          </div>
          <div className={styles.times}>
            {finding.since && (
              <span>
                {t('finding.since', {
                  time: <RelativeTime form="since" time={finding.since} />,
                })}
              </span>
            )}
            {finding.until && (
              <span>
                {t('finding.until', {
                  time: <RelativeTime time={finding.until} />,
                })}
              </span>
            )}
            {finding.detail && <span>{finding.detail}</span>}
            {change && (
              <span>
                {t('finding.change', {
                  title: change.title,
                  time: <RelativeTime time={change.at} />,
                })}
              </span>
            )}
          </div>
          <FindingWords item={item.id} finding={finding} nameOf={nameOf} />
          <div>
            <Text as="h3" weight="bold">
              {t('finding.advice')}
            </Text>
            <Text as="p">
              {finding.advice}{' '}
              <Link href={getCauseHref(finding.cause)}>
                {t('finding.about')}
              </Link>
            </Text>
          </div>
          {children}
        </>
      )}
      {beside.length > 0 && (
        <div className={styles.beside}>
          <Text as="h3" weight="bold">
            {t('finding.beside')}
          </Text>
          <ul className={styles.list}>
            {beside.map(other => (
              <li key={`${other.cause} ${other.root}`}>
                <StatusBadge status={other.status} />{' '}
                <Link href={getCauseHref(other.cause)}>{other.title}</Link>
                <FindingWords item={item.id} finding={other} nameOf={nameOf} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
