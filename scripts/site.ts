// npm run site: makes a web site of the notebooks as they are, without running them.
import { projectRoot } from '../src/notebook/project.js';
import { describeSite } from './site/describe-site.js';
import { writeSite } from './site/write-site.js';

const summary = writeSite({ folder: projectRoot() });
process.stdout.write(describeSite(summary));
