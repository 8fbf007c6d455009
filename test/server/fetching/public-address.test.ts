import { expect } from 'chai';
import { isPublicAddress } from '../../../server/fetching/public-address.ts';

const refused: Readonly<Record<string, readonly string[]>> = {
  'this machine': ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '0.1.2.3', '::'],
  'a private network': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
  'the local link': ['169.254.0.1', 'fe80::1', 'febf::1', 'fec0::1'],
  'what tells a virtual machine about itself': [
    '169.254.169.254',
    'fd00:ec2::254',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
  ],
  'a provider’s own network': ['100.64.0.1', '100.127.255.255'],
  many: ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1'],
  'documents and measurements': [
    ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '198.19.255.255'],
    ...['2001:db8::1', '3fff::1', '2001:2::1'],
  ],
  'what is reserved': ['192.0.0.1', '240.0.0.1', '192.88.99.1', '4000::1', '100::1', '5f00::1', '2001:20::1'],
  'an address within an address': [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '::127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::127.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::808:808',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2002:808:808::1',
    '2001:0:7f00:1::1',
    '2001:0:808:808::1',
    '2600::5efe:127.0.0.1',
    '2600::200:5efe:8.8.8.8',
  ],
  'no address at all': ['', 'localhost', '127.0.0.1/8', '1.2.3', 'fe80::1%eth0', '2600::1%eth0'],
};

const taken = [
  ...['93.184.215.14', '8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1'],
  ...['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '2a00:1450:4001:82a::200e', '2001:4860:4860::8888'],
  ...['::ffff:8.8.8.8', '64:ff9b::8.8.8.8'],
];

describe('public addresses', () => {
  for (const [what, addresses] of Object.entries(refused))
    it(`do not lead to ${what}`, () => {
      for (const address of addresses) expect(isPublicAddress(address), address).to.equal(false);
    });

  it('are those that everyone can reach', () => {
    for (const address of taken) expect(isPublicAddress(address), address).to.equal(true);
  });
});
