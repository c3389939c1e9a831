import manifest from 'ms/package.json' with { type: 'json' };

export const versionOfMs = manifest.version;
