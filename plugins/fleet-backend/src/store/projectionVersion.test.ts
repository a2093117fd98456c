import { createMockDirectory } from '@backstage/backend-test-utils';
import { projectionVersion } from './projectionVersion';

describe('projectionVersion', () => {
  const folder = createMockDirectory();

  function version(resources: string[], files: Record<string, string>) {
    folder.setContent(files);
    return projectionVersion({ resources, folders: [folder.path] });
  }

  it('changes with what is asked for and with the code, and with nothing else', () => {
    const before = version(['a', 'b'], { 'rows.ts': '1', 'rows.test.ts': '1' });
    expect(
      version(['b', 'a'], { 'rows.ts': '1', 'rows.test.ts': '2', 'x.map': '' }),
    ).toBe(before);
    expect(version(['a'], { 'rows.ts': '1' })).not.toBe(before);
    expect(version(['a', 'b'], { 'rows.ts': '2' })).not.toBe(before);
  });
});
