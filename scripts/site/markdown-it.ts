// What is used of markdown-it's types, under their own names.
import type markdownIt from 'markdown-it';

export type MarkdownIt = markdownIt;
export type StateInline = Parameters<Parameters<markdownIt['inline']['ruler']['push']>[1]>[0];
export type StateBlock = Parameters<Parameters<markdownIt['block']['ruler']['push']>[1]>[0];
export type Token = StateBlock['tokens'][number];
