import { useRouteRef } from '@backstage/frontend-plugin-api';
import { templateRouteRef } from '../routes';

/** Names a template and what its form starts with. */
export interface FilledTemplate {
  /** Of the template, in the default namespace unless said otherwise. */
  templateName: string;
  namespace?: string;
  /** What is not known is left for the reader. */
  values?: Record<string, unknown>;
}

/** Where the form of a template is, filled in; nowhere without a scaffolder. */
export function useTemplateHref(): (
  template: FilledTemplate,
) => string | undefined {
  const toTemplate = useRouteRef(templateRouteRef);

  return ({ templateName, namespace = 'default', values }) => {
    const href = toTemplate?.({ namespace, templateName });
    return href && values
      ? `${href}?formData=${encodeURIComponent(JSON.stringify(values))}`
      : href;
  };
}
