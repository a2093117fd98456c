import { environments } from '../__testUtils__/testOptions';
import { parseRepositoryAddress } from '../repository';
import { renderCodeowners } from './renderCodeowners';

const SEED = `*  @acme/platform-team

# services: begin
# services: end
# the end
`;

function codeowners(name: string, owner: string, current?: string) {
  return renderCodeowners({
    service: { name, owner, repository: `acme/${name}` },
    environments: environments.map(environment => ({
      ...environment,
      approvers: environment.name === 'prod' ? ['platform-team'] : [],
    })),
    platform: parseRepositoryAddress('https://github.com/acme/platform'),
  }).content(current);
}

describe('renderCodeowners', () => {
  it('adds owners and approvers between the marks, in order', () => {
    const shop = codeowners('shop', 'storefront', SEED);
    const both = codeowners('cart', 'payments', shop);
    expect(both).toBe(`*  @acme/platform-team

# services: begin
/services/cart/  @acme/payments
/services/cart/prod/  @acme/platform-team
/services/shop/  @acme/storefront
/services/shop/prod/  @acme/platform-team
# services: end
# the end
`);
    expect(codeowners('shop', 'storefront', both)).toBe(both);
    expect(codeowners('cart', 'payments', both)).toBe(both);
  });

  it('adds the marks where there are none', () => {
    const lines =
      '# services: begin\n/services/shop/  @acme/storefront\n/services/shop/prod/  @acme/platform-team\n# services: end\n';
    expect(codeowners('shop', 'storefront')).toBe(lines);
    expect(codeowners('shop', 'storefront', '* @x/y\n')).toBe(
      `* @x/y\n\n${lines}`,
    );
  });
});
