// Has others look at template.yaml: `sam validate --lint`, which is cfn-lint over what SAM makes of it, and checkov, which knows
// what is unsafe. The rules of checkov that the template does not follow stand in its own Metadata, each with the reason.
//
//   node validate.mjs FOLDER       FOLDER keeps the tools, in virtual environments of Python
//
// Needs Python 3.11 to 3.14, and a network the first time; no account of AWS at any time.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guarded, succeeds, ToolError, tools } from './python.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const template = join(here, '..', '..', 'template.yaml');

/** Checkov's rules that the template says it does not follow: each with a reason, or it is no exception. */
function exceptions() {
  const [, block] = /^ {2}checkov:\n((?: {4}.*\n)+)/m.exec(readFileSync(template, 'utf8')) ?? [];
  if (!block) throw new ToolError('template.yaml has no Metadata with exceptions from checkov.');
  return block
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, rule] = /^ {4}(CKV2?_AWS_\d+): \S.{30,}$/.exec(line) ?? [];
      if (!rule) throw new ToolError(`In template.yaml's Metadata this is no rule of checkov with a reason:\n${line}`);
      return rule;
    });
}

guarded(() => {
  const folder = resolve(process.argv[2] ?? join(here, 'target'));
  const quiet = {
    SAM_CLI_TELEMETRY: '0',
    // Its notes on itself stay out of the home folder.
    __SAM_CLI_APP_DIR: join(folder, 'sam-notes'),
    // Which rules hold depends on the region; the first to get everything is this one.
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  const sam = join(tools(join(folder, 'sam'), join(here, 'requirements.txt')), 'sam');
  if (!succeeds(sam, ['validate', '--lint', '--template-file', template], quiet)) {
    throw new ToolError('template.yaml is not in order: see above.');
  }
  const checkov = join(tools(join(folder, 'checkov'), join(here, 'checkov.txt')), 'python');
  const args = ['-m', 'checkov.main', '--file', template, '--framework', 'cloudformation', '--compact', '--quiet', '--skip-check'];
  // No word to its makers, and no look for newer rules.
  const offline = { ...quiet, BC_SKIP_MAPPING: 'TRUE', CHECKOV_NO_GUIDE: 'True' };
  if (!succeeds(checkov, [...args, exceptions().join(',')], offline)) {
    throw new ToolError('checkov finds something unsafe in template.yaml: see above.');
  }
  console.log('checkov finds nothing but what template.yaml explains.');
});
