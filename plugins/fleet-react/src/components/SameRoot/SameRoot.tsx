import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  ServedIncident,
  ServedItem,
} from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { RootLink } from '../RootLink';
import { Section } from '../Section';
import { StatusBadge } from '../StatusBadge';
import styles from './SameRoot.module.css';

const SHOWN = 10;

/**
 * What {@link SameRoot} tells.
 *
 * @public
 */
export interface SameRootProps {
  /** With a finding. */
  item: ServedItem;
  /** Of its finding. */
  incident?: ServedIncident;
  /** Says what an incident hits. */
  describeImpact: (incident: ServedIncident) => string;
  /** The list of the domain. */
  listHref: string;
  /** The page of an item of the domain. */
  getHref: (id: string) => string;
  /** What people call the root, where its name is an id. */
  rootName?: string;
}

/**
 * What else is broken by the same, so that nobody repairs it twice.
 *
 * @public
 */
export function SameRoot(props: SameRootProps) {
  const { item, incident, describeImpact, listHref, getHref, rootName } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
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
              root: (
                <RootLink
                  root={incident.root}
                  listHref={listHref}
                  name={rootName}
                />
              ),
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
                <li>{t('beside.more', { count: others.length - SHOWN })}</li>
              )}
            </ul>
          )}
        </>
      )}
    </Section>
  );
}
