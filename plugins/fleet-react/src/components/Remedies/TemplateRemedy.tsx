import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ButtonLink, Text } from '@backstage/ui';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import styles from './Remedies.module.css';

/** A form of the software templates, filled in for this. */
export function TemplateRemedy(props: {
  remedy: Extract<Remedy, { kind: 'template' }>;
  href?: string;
}) {
  const { title, effect, template } = props.remedy;
  const entityRoute = useRouteRef(entityRouteRef);
  const href = props.href ?? entityRoute?.(parseEntityRef(template));

  return (
    <div className={styles.remedy}>
      {href && (
        <ButtonLink variant="secondary" size="small" href={href}>
          {title}
        </ButtonLink>
      )}
      <Text className={styles.effect}>{effect}</Text>
    </div>
  );
}
