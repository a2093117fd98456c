import assert from 'node:assert/strict';
import { BackstageApi } from './BackstageApi.ts';
import { eventually } from './eventually.ts';
import type { Platform } from './startPlatform.ts';

/**
 * Waits until the docs of an entity (`component/shop`) are built, some seconds
 * after its registration. TechDocs asks for what is not built yet, and the
 * browser logs the 404.
 */
export async function waitForDocs(
  platform: Platform,
  entity: string,
): Promise<void> {
  const developer = await BackstageApi.signIn(platform.endpoints, 'developer');
  await eventually(async () => {
    const { status } = await developer.request(
      `techdocs/metadata/techdocs/default/${entity}`,
    );
    assert.equal(status, 200);
  });
}
