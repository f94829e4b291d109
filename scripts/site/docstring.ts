import { ts, type typescript } from './typescript.js';

/** What a comment in front of a declaration says; every text is Markdown, but examples are TypeScript. */
export interface Docstring {
  readonly text: string;
  readonly params: readonly { readonly name: string; readonly text: string }[];
  readonly returns: readonly string[];
  readonly throws: readonly string[];
  readonly examples: readonly string[];
}

/** The docstring of a declaration; empty if it has none. @throws Error for a tag that the reference would not show */
export function readDocstring(node: typescript.Node): Docstring {
  const comment = node.getChildren().filter(ts.isJSDoc).at(-1);
  const tags = [...(comment?.tags ?? [])];
  const unknown = tags.find(({ tagName }) => !['param', 'returns', 'throws', 'example'].includes(tagName.text));
  if (unknown) throw new Error(`a docstring in ${node.getSourceFile().fileName} has the tag @${unknown.tagName.text}`);
  const named = (name: string) => tags.filter(({ tagName }) => tagName.text === name).map(textOf);
  return {
    text: comment ? textOf(comment) : '',
    params: tags.filter(ts.isJSDocParameterTag).map((tag) => ({ name: tag.name.getText(), text: textOf(tag) })),
    returns: named('returns'),
    throws: named('throws'),
    examples: named('example'),
  };
}

/** The compiler puts a blank behind the name in `{@link name}`. */
function textOf({ comment }: typescript.JSDoc | typescript.JSDocTag): string {
  const text = ts.getTextOfJSDocComment(comment) ?? '';
  return text.replace(/(\{@link \S+) \}/g, '$1}').trim();
}
