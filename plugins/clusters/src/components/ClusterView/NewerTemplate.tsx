import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  ClusterDetails,
  ClusterTemplateRef,
} from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { useDayTwoForms } from '../../hooks/useDayTwoForms';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';

/** A template that a cluster can be upgraded to. */
export function NewerTemplate(props: {
  item: ServedItem<ClusterDetails>;
  template: ClusterTemplateRef;
}) {
  const { item, template } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const href = useDayTwoForms(item).upgradeTo(template);

  return (
    <li className={styles.line}>
      <span>
        {template.name}
        {template.version && ` (${template.version})`}
      </span>
      {href && (
        <ButtonLink size="small" variant="secondary" href={href}>
          {t('actions.upgradeTo', {
            version: template.version ?? template.name,
          })}
        </ButtonLink>
      )}
    </li>
  );
}
