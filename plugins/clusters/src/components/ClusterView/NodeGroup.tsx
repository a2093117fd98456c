import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  ClusterDetails,
  ClusterNodeGroup,
} from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { LongText, StatusBadge } from '@slipway/backstage-plugin-fleet-react';
import { useNodeGroupForms } from '../../hooks/useNodeGroupForms';
import { statusOfPhase } from '../../reading/statusOfPhase';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';

/** One group of nodes: how many, of what kind, and how they are. */
export function NodeGroup(props: {
  item: ServedItem<ClusterDetails>;
  group: ClusterNodeGroup;
}) {
  const { item, group } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { resize, remove } = useNodeGroupForms(item, group);
  const facts = [
    t('groups.nodes', { count: group.nodeCount }),
    describeRange(group),
    group.flavor,
    group.version,
    group.isDefault ? t('groups.default') : group.role,
  ];

  function describeRange({ minNodeCount, maxNodeCount }: ClusterNodeGroup) {
    if (maxNodeCount !== undefined) {
      return t('groups.range', {
        min: String(minNodeCount ?? 0),
        max: String(maxNodeCount),
      });
    }
    return minNodeCount
      ? t('groups.from', { min: String(minNodeCount) })
      : undefined;
  }

  return (
    <li className={styles.group}>
      <div className={styles.line}>
        <StatusBadge status={statusOfPhase(group.status)} />
        <strong>{group.name}</strong>
      </div>
      <span>{facts.filter(Boolean).join(' · ')}</span>
      {group.status && <code className={styles.quiet}>{group.status}</code>}
      {group.statusReason && (
        <q dir="auto">
          <LongText text={group.statusReason} />
        </q>
      )}
      <div className={styles.buttons}>
        {resize && (
          <ButtonLink
            size="small"
            variant="tertiary"
            aria-label={t('groups.resize', { name: group.name })}
            href={resize}
          >
            {t('actions.resize')}
          </ButtonLink>
        )}
        {remove && (
          <ButtonLink
            size="small"
            variant="tertiary"
            aria-label={t('groups.delete', { name: group.name })}
            href={remove}
          >
            {t('actions.delete')}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}
