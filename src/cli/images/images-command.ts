import { Command, Option } from 'commander';
import { addInputOptions, InputOptions, Run } from '../options/input-options';

export interface ImagesOptions extends InputOptions {
  readonly format: string;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow images dist/                                      each image, and what runs it
  $ cdk8s-sonataflow images --operator osl-1.38 --format imageset dist/ > imageset.yaml
  $ oc mirror --v2 --config imageset.yaml --workspace file://mirror docker://registry.example.org

Exit status: 0, 1 when the input is refused (findings on stderr, nothing on stdout), 2 when the command is called wrongly.`;

export function addImages(command: Command, run: Run<ImagesOptions>): void {
  command
    .description('Lists every image that is needed for the custom resources in the files: of what the operator makes, of its builds, and of other pods.')
    .addOption(new Option('--format <format>', 'how they are written; an imageset is what oc mirror reads').choices(['text', 'json', 'imageset']).default('text'));
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(run);
}
