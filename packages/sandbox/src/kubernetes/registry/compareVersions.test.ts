import { compareVersions } from './compareVersions';

it('puts stable versions first, newest first, and odd names last', () => {
  const versions = ['v1alpha1', 'foo', 'v1', 'v2beta1', 'v10', 'v2', 'v1beta2'];
  expect(versions.sort(compareVersions)).toEqual([
    'v10',
    'v2',
    'v1',
    'v2beta1',
    'v1beta2',
    'v1alpha1',
    'foo',
  ]);
});
