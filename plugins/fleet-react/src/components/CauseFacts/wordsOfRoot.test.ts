import { wordsOfRoot } from './wordsOfRoot';

describe('wordsOfRoot', () => {
  it.each([
    ['the issuer', 'the issuer'],
    [
      "the project's quota, or the external network",
      "the project's quota, or the external network",
    ],
    ['the image, <cloud>/Image//<image_id>', 'the image'],
    ['the zone, dns/Zone//<first DNS name>', 'the zone'],
    ['<cloud>/Magnum//<cloud>', 'the Magnum'],
    ['<name>/Cluster//<name>, else the Cluster', 'the Cluster'],
    [
      '<fleet name>/Cluster//<fleet name>, else the Node',
      'the Cluster, else the Node',
    ],
  ])('"%s" is "%s"', (root, words) => {
    expect(wordsOfRoot(root)).toBe(words);
  });
});
