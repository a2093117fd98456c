import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { RootLink } from './RootLink';

describe('RootLink', () => {
  it.each([
    ['dev-1/Issuer/shop-dev/letsencrypt', 'Issuer letsencrypt in dev-1'],
    ['acme/Quota//b7a1', 'Quota b7a1 in acme'],
    ['dev-1/Cluster//dev-1', 'Cluster dev-1'],
    ['dns/Zone//example.org', 'Zone example.org'],
  ])('calls %s "%s", and leads to all that wait for it', (root, name) => {
    renderInTestApp(<RootLink root={root} listHref="/things" />);
    expect(screen.getByRole('link', { name })).toHaveAttribute(
      'href',
      `/things?root=${encodeURIComponent(root)}`,
    );
  });

  it('uses the name that people know', () => {
    renderInTestApp(
      <RootLink root="acme/Cluster//uuid" listHref="/things" name="shop" />,
    );
    expect(
      screen.getByRole('link', { name: 'Cluster shop in acme' }),
    ).toBeVisible();
  });
});
