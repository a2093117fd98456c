import { isDeepStrictEqual } from 'node:util';
import { MagnumClusterTemplate } from '@slipway/backstage-plugin-openstack-node';
import { TemplateRequest } from './TemplateRequest';

/** Fields of a template that are not as they shall be. */
export function findDifferences(
  template: MagnumClusterTemplate,
  request: TemplateRequest,
): string[] {
  const has: Record<string, unknown> = { ...template };
  return Object.entries(request)
    .filter(
      ([field, wanted]) =>
        wanted !== undefined && !isDeepStrictEqual(has[field], wanted),
    )
    .map(([field]) => field);
}
