import fc from 'fast-check';

// On a developer's machine every run explores anew; in CI a change decides, not chance.
if (process.env.CI) fc.configureGlobal({ seed: 20261122 });
