import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { Section } from '@slipway/backstage-plugin-fleet-react';
import { useClusterPermissions } from '../../hooks/useClusterPermissions';
import { useDayTwoForms } from '../../hooks/useDayTwoForms';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';

/** The forms that change a cluster, for those who may. */
export function ClusterActions(props: { item: ServedItem<ClusterDetails> }) {
  const { details } = props.item;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { mayUpdate, mayDelete } = useClusterPermissions();
  const { upgrade, resize, nodeGroup, remove } = useDayTwoForms(props.item);
  const isBusy = details.phase?.endsWith('_IN_PROGRESS');
  const buttons = [
    [t('actions.upgrade'), upgrade],
    [t('actions.resize'), resize],
    [t('actions.nodeGroup'), nodeGroup],
    [t('actions.delete'), remove],
  ].flatMap(([label, href]) => (label && href ? [{ label, href }] : []));
  const note = details.watchOnly ? 'watchOnly' : isBusy && 'busy';

  if (details.kind !== 'magnum' || !(mayUpdate || mayDelete)) {
    return null;
  }
  if (buttons.length === 0 && !note) {
    return null;
  }
  return (
    <Section title={t('actions.title')}>
      <div className={styles.buttons}>
        {buttons.map(({ label, href }) => (
          <ButtonLink key={label} size="small" variant="secondary" href={href}>
            {label}
          </ButtonLink>
        ))}
        {note && <span className={styles.quiet}>{t(`actions.${note}`)}</span>}
      </div>
    </Section>
  );
}
