import type { SameKeys } from '../same-keys.ts'
import type { chooseHub as chinese } from '../zh-cn/choose-hub.ts'

export const chooseHub: SameKeys<typeof chinese> = {
  title: 'Choose a hub',
  first:
    'No hub has been chosen on this machine. The hub is the server of your centre: cases, accounts and deadlines are there; this machine is one of its seats.',
  change: 'The hub now: {{url}}. After a change every window here opens anew; what is being written is lost.',
  address: 'Hub address',
  addressHelp: 'ask the operator of your hub',
  example: 'for example https://hub.example.cn, on this machine http://127.0.0.1:4170',
  empty: 'The hub address is empty.',
  check: 'Check and use',
  checking: 'Checking',
  chosen: 'The hub has answered, opening',
  rebuilt: 'The settings of this machine could not be read and were put aside; choose the hub again.',
  notWritten:
    'The settings of this machine could not be written: the hub chosen holds until it is closed. Tell the operator.',
  version: 'Fengqiao {{version}}',
  problem: {
    notUrl: 'This is not the address of a hub. Write https://host or https://host:port, without a path.',
    insecure: 'A hub on another machine needs https: passwords and personal data must not travel readable.',
    unreachable: 'Nothing answers there. Check the address, the port and the network.',
    untrusted: 'The certificate of the hub is not trusted; no connection was made. Ask the operator of the hub.',
    notFengqiao: 'What answers there is not a Fengqiao hub. Check the address and the port.',
    fixed: 'The hub address was given by the start command and cannot be changed here.',
    other: 'The hub was not changed; the old one stays.',
  },
}
