import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/**
 * What {@link EntityLink} leads to.
 *
 * @public
 */
export interface EntityLinkProps {
  /** Whole, with kind and namespace. */
  entityRef: string;
}

/**
 * The name of an entity, which leads to its page.
 *
 * @public
 */
export function EntityLink(props: EntityLinkProps) {
  const { kind, namespace, name } = parseEntityRef(props.entityRef);
  const href = useRouteRef(entityRouteRef)?.({ kind, namespace, name });

  return href ? <Link href={href}>{name}</Link> : <>{name}</>;
}
