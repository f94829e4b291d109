// npm run links: writes the links to the notebook before and after at the end of each notebook.
import { join } from 'node:path';
import { projectRoot } from '../src/notebook/project.js';
import { readExecutedNotebook } from './nbformat/read-notebook.js';
import { writeNotebook } from './nbformat/write-notebook.js';
import { withLinks } from './notebook-links.js';
import { selectNotebooks } from './select-notebooks.js';

const folder = join(projectRoot(), 'notebooks');
const names = selectNotebooks(folder);
const notebooks = new Map(names.map((name) => [name, readExecutedNotebook(join(folder, name))]));
for (const [name, notebook] of withLinks(notebooks)) writeNotebook(join(folder, name), notebook);
