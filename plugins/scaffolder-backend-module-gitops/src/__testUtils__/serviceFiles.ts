/** The repository of a service, as far as the actions look into it. */
export function serviceFiles(name: string, owner = 'storefront') {
  return {
    'catalog-info.yaml': `kind: Component
metadata:
  name: ${name}
spec:
  owner: group:default/${owner}
`,
    'deploy/kustomization.yaml': 'resources: []\n',
  };
}
