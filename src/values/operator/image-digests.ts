import { ImageNaming, OwnImage } from './image-naming';

/**
 * The digests of the images of OpenShift Serverless Logic by their tag, as the operator bundle of each release has them: since 1.37 the operator
 * runs these and not the tags.
 */
const DIGESTS: Readonly<Record<string, Readonly<Record<OwnImage, string>>>> = {
  '1.37.0': {
    dataIndexEphemeral: 'sha256:bac7496c5c95f529494625778deb14a7c429f2d2aff988b8fca3968de5751f00',
    dataIndexPostgreSql: 'sha256:071078f5f5963fb07d0b161fa925c4681045229778cc911800a54529a14b3797',
    jobsServiceEphemeral: 'sha256:b9522442546f5daf0d2481794e9a565fa08c6db9b6db1f9e8c2a7824b2562e33',
    jobsServicePostgreSql: 'sha256:10503b5a1f1629df1ee61d9009e720f625c05df515078157ba5ed683c1308012',
    dbMigrator: 'sha256:6818e069bf9ab89cddd5cea1c2e93c6dd1707c479cc21f116e33d8e6db345ad8',
    devMode: 'sha256:e51b77bde368c4d34b9e1536677c1bd02182c2d6ee3a999d63f213c6853510ea',
    builder: 'sha256:37490d642d03a627f434d806fffae5b0e1245a4fe0d5fee6b13bfff162314af1',
  },
  '1.37.1': {
    dataIndexEphemeral: 'sha256:add011507366924d697733f10b93f63f7437153ad1e43122a3715a38568e024a',
    dataIndexPostgreSql: 'sha256:4dbd4d640d7e78be1fa037b65a6ec791c14322bf2ee157c882866423712255ad',
    jobsServiceEphemeral: 'sha256:eaaef913e879f4b5599122d4232125a61e689c9145338aa4f026769d74634104',
    jobsServicePostgreSql: 'sha256:43e7de3c06c7bafe7b417d05b9abbc177237e71f7b7337a87010e3e630898256',
    dbMigrator: 'sha256:8b8509d06bb6129627618e176a001f3f4fcdf957d2c29da3dcc4db77a7f3c773',
    devMode: 'sha256:6e4c6a886cec22249b7a47ea44af3b14b9220bfb4583209bcc6426d5e4de02fd',
    builder: 'sha256:f2bcea53e2e4a324b3f4fd715a5e42f5bf6235bdf74172538a801cac44285673',
  },
  '1.37.2': {
    dataIndexEphemeral: 'sha256:89e1a4c3160454e3ecd311afff0ea5bace22ce57dc1158c9534f63ce23977b06',
    dataIndexPostgreSql: 'sha256:f3cc80d079b0413fd6cad5c90e10ae6ffa727a8ddf14aaeb5fd67097c3241c72',
    jobsServiceEphemeral: 'sha256:1d811c4bd56eaab27440f1f0f8e1f131db9e7d98e65beaa7b52e9f8e630ad800',
    jobsServicePostgreSql: 'sha256:d4b05163a292b6bec3e22e1fd2c19de19edf039f2b4cbc1b0903f11629107e50',
    dbMigrator: 'sha256:1abdfc3a3b877583b0454a094d9e3bbd6721a81dac21c095c5a1fcda9abcca64',
    devMode: 'sha256:5476ab865d1f75082a7d433d10c1e9074b13554faed7095452ba32cea64c50c8',
    builder: 'sha256:f19d3d55fc7c927cf08be1d6342bac6b9378484a0af17b233ac88b1ce4824bfd',
  },
  '1.37.3': {
    dataIndexEphemeral: 'sha256:26eaa608c7040d0f584e4542039b3e0737f9818e24677762483f72f19e8695be',
    dataIndexPostgreSql: 'sha256:2832a95c9b1d8617d9a81dfdc1d6e7793792b491842c48dc1ff80f32faf40d30',
    jobsServiceEphemeral: 'sha256:804cab054630fa1ed3d3aa110f4ddaf57009b4d89364d1e2db3a3619803b9349',
    jobsServicePostgreSql: 'sha256:6a01d0046801d661e24840283d3bd37a6df767df123fde1645fd1b5599844744',
    dbMigrator: 'sha256:ab4c0817cf5763ee34f70803390e0f7c70ed67a259ce9cf2ba6510924f5c42e2',
    devMode: 'sha256:16fb98fd13f45dfc18df004aa60f4c16048cfff39735fb50c109bd2230efe3ed',
    builder: 'sha256:fee9a70fe7bfa17198923a5fe81c1d3d77cd800824b8e5a7a211fd80aa2ac1ae',
  },
  '1.38.0': {
    dataIndexEphemeral: 'sha256:fcacec9727fb0831fc49f1e8f3f9b5a423e08780354dc2d1fd2cc5570fd60bd7',
    dataIndexPostgreSql: 'sha256:3d9c6fd313af94b90725261abf20bb0210f08e47fe584a781ecdc8f24669c1a6',
    jobsServiceEphemeral: 'sha256:60bb70c1680aab7c6ee94bf01d1eca40238177729616318539357209915e942c',
    jobsServicePostgreSql: 'sha256:e13d0e91a0627f968a3bdddb307d66e218667890b103d33016fbc8fdd39701a4',
    dbMigrator: 'sha256:ec6097c7fc188a3aeda57502245891a027e0fc0422ee18a21d62231f65b5fde1',
    devMode: 'sha256:0d5d80b5b68ee48f8e6832c064af13acd066580bf28576602f3a6c00542d931b',
    builder: 'sha256:5fe9ca1cc84ee80f770a8d209978fe03712ecc1bf4a1ccc8c137850a468f8062',
  },
  '1.38.1': {
    dataIndexEphemeral: 'sha256:a5ef5aa0d75105c173fe52ae718872dd6040858c1cddc9ac21547e35101cc4e9',
    dataIndexPostgreSql: 'sha256:fad6633aa2e12c0285caf99fbf7b9ad850b822db45e386961b2d4d0d7c15285d',
    jobsServiceEphemeral: 'sha256:047bfa145ee42d74a991ba14037fe88b8a8921d9e5dd450b8265524ca1ad80dc',
    jobsServicePostgreSql: 'sha256:892b94edaa09067f9357bb0ecc7a48a297d30101daa5c84a7eb71053b6acd63e',
    dbMigrator: 'sha256:c0d22f9ed9c1454b234f8d6d21520ff2a6056a73c00c217d85490a8dbfc1a6a5',
    devMode: 'sha256:76d88ddf2f652e0b1dbecd23dc375d50141a357a1c60a15dde3b4e0610925c88',
    builder: 'sha256:493f2d91293eced2560500f5b8958e3e0e32811a467201298d55df217bf5bb9f',
  },
};

/** The images of an operator by digest; none where its release names them by tag. */
export function imagesByDigest({ registry, names, tag }: ImageNaming): Readonly<Record<OwnImage, string>> | undefined {
  const digests = tag === undefined ? undefined : DIGESTS[tag];
  if (!digests) return undefined;
  const image = (what: OwnImage) => `${registry}/${names[what]}@${digests[what]}`;
  return {
    dataIndexEphemeral: image('dataIndexEphemeral'),
    dataIndexPostgreSql: image('dataIndexPostgreSql'),
    jobsServiceEphemeral: image('jobsServiceEphemeral'),
    jobsServicePostgreSql: image('jobsServicePostgreSql'),
    dbMigrator: image('dbMigrator'),
    devMode: image('devMode'),
    builder: image('builder'),
  };
}
