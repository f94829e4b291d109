import fc from 'fast-check';

// Property tests draw the same cases every time, so that a red test can be looked into.
fc.configureGlobal({ seed: 20240923 });
