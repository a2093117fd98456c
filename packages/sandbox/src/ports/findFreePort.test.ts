import net, { AddressInfo } from 'node:net';
import { findFreePort } from './findFreePort';

it('passes by what is taken and what is promised', async () => {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const found = await findFreePort(port, [port + 1]);
  await new Promise(resolve => server.close(resolve));
  expect(found).toBeGreaterThan(port + 1);
  await expect(findFreePort(65_001, [])).rejects.toThrow('No free port');
});
