import manifest from '../../package.json' with { type: 'json' };

/** The version that built the site. */
export const packageVersion = manifest.version;
