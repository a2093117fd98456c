import { hasCondition } from './hasCondition';
import { Scene } from './Scene';

/** Makes everything that the cases are about, all at once. */
export async function makeCertificates(scene: Scene): Promise<void> {
  await scene.secret('tsig', scene.tsigKey);
  await scene.secret('turning', scene.tsigKey);
  await scene.secret('wrong', scene.wrongTsigKey);
  await Promise.all([
    scene.acmeIssuer('good'),
    scene.acmeIssuer('wrong', { tsigSecret: 'wrong' }),
    scene.acmeIssuer('turning', { tsigSecret: 'turning' }),
    scene.acmeIssuer('stopping'),
    scene.acmeIssuer('stopped'),
    scene.acmeIssuer('elsewhere', { zones: ['elsewhere.test'] }),
    scene.acmeIssuer('nobody', { server: 'https://127.0.0.1:1/dir' }),
    scene.issuer('selfsigned', { selfSigned: {} }),
    scene.issuer('authority', { ca: { secretName: 'authority' } }),
    scene.issuer('keyless', { ca: { secretName: 'absent' } }),
  ]);
  const ready = ['good', 'wrong', 'turning', 'stopping', 'stopped'];
  for (const name of [...ready, 'elsewhere', 'selfsigned']) {
    await scene.until('Issuer', name, issuer =>
      hasCondition(issuer, 'Ready', 'True'),
    );
  }
  await scene.stopAccount('stopped');
  const certificate = (name: string, issuer: string, spec = {}) =>
    scene.certificate(name, {
      issuer,
      dnsNames: [scene.host(name)],
      ...spec,
    });
  const shared = { secretName: 'shared' };
  await certificate('first', 'selfsigned', shared);
  await Promise.all([
    certificate('issued', 'good'),
    certificate('turns', 'turning'),
    certificate('stops', 'stopping'),
    certificate('split', 'good', {
      dnsNames: [scene.host('www', 'split.test')],
    }),
    certificate('nozone', 'good', { dnsNames: [scene.host('www', 'no.test')] }),
    certificate('blocked', 'good', { dnsNames: ['blocked.lab.test'] }),
    certificate('badname', 'good', { commonName: scene.host('other') }),
    certificate('badkey', 'wrong'),
    certificate('stopped', 'stopped'),
    certificate('nosolver', 'elsewhere'),
    certificate('noserver', 'nobody'),
    certificate('keyless', 'keyless'),
    certificate('noissuer', 'absent'),
    certificate('second', 'selfsigned', shared),
    certificate('ca', 'selfsigned', {
      isCA: true,
      commonName: 'ca',
      secretName: 'authority',
    }),
    certificate('leaf', 'authority'),
  ]);
}
