import { isRecord } from '../compare/isRecord';
import { renderFastTemplate } from './renderFastTemplate';
import { renderGoTemplate } from './renderGoTemplate';
import { ApplicationSet, Params } from './types';

/** Fills every text, keys included, of a value with the parameters. */
export function renderValue<T>(
  value: T,
  params: Params,
  { goTemplate, goTemplateOptions }: ApplicationSet['spec'],
): T {
  const strict = !!goTemplateOptions?.includes('missingkey=error');
  const render = (text: string) =>
    goTemplate
      ? renderGoTemplate(text, { params, strict })
      : renderFastTemplate(text, params);
  const visit = (inner: unknown): unknown => {
    if (typeof inner === 'string') {
      return render(inner);
    }
    if (Array.isArray(inner)) {
      return inner.map(visit);
    }
    return isRecord(inner)
      ? Object.fromEntries(
          Object.entries(inner).map(([key, item]) => [
            render(key),
            visit(item),
          ]),
        )
      : inner;
  };
  return visit(value) as T;
}
