import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { groupRefOf } from '@slipway/backstage-plugin-fleet-node';
import { ServiceIdentity } from '../manifests';

const PROJECT_SLUG = 'github.com/project-slug';

/** Throws when the owner is unknown or the name belongs to something else. */
export async function checkCatalog(
  catalog: CatalogService,
  options: { service: ServiceIdentity; credentials: BackstageCredentials },
): Promise<{ registered: boolean }> {
  const { service, credentials } = options;
  const group = groupRefOf(service.owner);
  const ref = `component:default/${service.name}`;
  const [owner, component] = await Promise.all([
    catalog.getEntityByRef(group, { credentials }),
    catalog.getEntityByRef(ref, { credentials }),
  ]);
  if (!owner) {
    throw new InputError(`The catalog does not know the owner ${group}`);
  }
  if (!component) {
    return { registered: false };
  }
  const slug = component.metadata.annotations?.[PROJECT_SLUG];
  const owned = component.relations?.some(
    relation => relation.type === 'ownedBy' && relation.targetRef === group,
  );
  if (slug !== service.repository || !owned) {
    throw new ConflictError(
      `The name ${service.name} is taken: the catalog has ${ref} of ${
        component.spec?.owner ?? 'nobody'
      }, from ${slug ?? 'no repository'}. Choose another name`,
    );
  }
  return { registered: true };
}
