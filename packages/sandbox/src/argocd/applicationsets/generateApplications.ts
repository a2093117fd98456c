import { RESOURCES_FINALIZER } from '../constants';
import { Application } from '../types';
import { generateParams, GenerateParamsOptions } from './generateParams';
import { renderValue } from './renderValue';
import { ApplicationSet, Params } from './types';

export type GeneratedApplications =
  | { applications: Application[] }
  | {
      error: string;
      reason: 'ApplicationParamsGenerationError' | 'RenderTemplateParamsError';
    };

/** The Applications that an ApplicationSet wants, or why it cannot say. */
export async function generateApplications(
  set: ApplicationSet,
  options: Omit<GenerateParamsOptions, 'spec'>,
): Promise<GeneratedApplications> {
  const { spec } = set;
  const params: Params[] = [];
  try {
    for (const generator of spec.generators) {
      params.push(...(await generateParams(generator, { ...options, spec })));
    }
  } catch (error) {
    const { message } = error as Error;
    return { error: message, reason: 'ApplicationParamsGenerationError' };
  }
  try {
    return { applications: params.map(values => render(set, values)) };
  } catch (error) {
    const { message } = error as Error;
    return { error: message, reason: 'RenderTemplateParamsError' };
  }
}

function render(set: ApplicationSet, params: Params): Application {
  const { spec, apiVersion, kind, metadata } = set;
  const template = renderValue(spec.template, params, spec);
  const { name, labels, annotations, finalizers } = template.metadata;
  const cascade = !spec.syncPolicy?.preserveResourcesOnDeletion;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: name ?? '',
      namespace: metadata.namespace,
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      finalizers: finalizers ?? (cascade ? [RESOURCES_FINALIZER] : []),
      ownerReferences: [
        {
          apiVersion,
          kind,
          name: metadata.name,
          uid: metadata.uid!,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: template.spec,
  };
}
