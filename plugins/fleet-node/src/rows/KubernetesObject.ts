/**
 * An object as an API server sent it. Nothing about it is believed before it
 * was looked at: any field may be absent or of the wrong type.
 *
 * @public
 */
export type KubernetesObject = { readonly [field: string]: unknown };
