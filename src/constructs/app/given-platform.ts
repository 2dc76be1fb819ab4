import { Expected } from '../../values/given';

/** What has to be given as the platform that something belongs to. */
export const PLATFORM: Expected = {
  like: ['platformName'], name: 'a platform', by: 'new SonataFlowPlatformConstruct or SonataFlowPlatformConstruct.fromPlatformName',
};
