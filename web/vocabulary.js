// What the page knows about the vocabulary it draws: branches, lanes, classes and relations.
// Everything else comes from the server. Unknown names fall back to the last lane, a ring and a plain line.

/** Branches of the tree, each a colour; a branch holds the entries of its chapters. */
export const BRANCHES = {
  ground: ['paradigms', 'foundations', 'statistical', 'tokenization'],
  recurrent: ['recurrent', 'state-space'],
  attention: ['seq2seq', 'attention', 'transformer', 'long-context'],
  encoders: ['encoders', 'encoder-decoders'],
  decoders: ['gpt', 'scale', 'experts', 'open-models', 'open-models-qwen-deepseek', 'assistants'],
  senses: ['multimodality'],
  practice: ['alignment', 'tuning', 'prompting', 'retrieval', 'compression'],
  questions: ['problems', 'tasks', 'evaluation', 'article'],
};

const BRANCH_OF = new Map(Object.entries(BRANCHES).flatMap(([branch, chapters]) => chapters.map((chapter) => [chapter, branch])));

/** The branch of a chapter; 'other' for one that the page does not know. */
export const branchOf = (chapter) => BRANCH_OF.get(chapter) ?? 'other';

/** Lanes from left to right; each holds the entries of its branches. */
export const LANES = [
  { id: 'ground', branches: ['ground'], maxWidth: 330 },
  { id: 'trunk', branches: ['recurrent', 'attention', 'encoders', 'decoders'], maxWidth: 820 },
  { id: 'practice', branches: ['senses', 'practice', 'questions'], maxWidth: 330 },
];

/** Marks are drawn in a box from -5 to 5. A hollow mark has no fill. */
export const CLASS_MARKS = {
  Architecture: { d: 'M-5-5H5V5H-5Z' },
  Model: { d: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z' },
  Mechanism: { d: 'M0-5.6L5.6 0L0 5.6L-5.6 0Z', hollow: true },
  Technique: { d: 'M0-5L5.4 4.4H-5.4Z', hollow: true },
  Paradigm: { d: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0ZM-1.6 0A1.6 1.6 0 1 0 1.6 0A1.6 1.6 0 1 0-1.6 0Z', hollow: true },
  Application: { d: 'M0-5.6L4.9-2.8V2.8L0 5.6L-4.9 2.8V-2.8Z' },
  Task: { d: 'M-5-5H5V5H-5Z', hollow: true },
  Problem: { d: 'M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5', hollow: true },
  Capability: { d: 'M0-5.6L1.6-1.6L5.6 0L1.6 1.6L0 5.6L-1.6 1.6L-5.6 0L-1.6-1.6Z' },
  Dataset: { d: 'M-5-4H5M-5 0H5M-5 4H5', hollow: true },
  Metric: { d: 'M-4.5 5V1M0 5V-5M4.5 5V-1.5', hollow: true },
  Organization: { d: 'M-5 5V-1L0-5L5-1V5Z', hollow: true },
  Person: { d: 'M-2.4-2.6A2.4 2.4 0 1 0 2.4-2.6A2.4 2.4 0 1 0-2.4-2.6ZM-5 5A5 4 0 0 1 5 5', hollow: true },
  Publication: { d: 'M-4-5.4H2L4.4-3V5.4H-4.4V-5.4ZM-2 0H2M-2 2.6H2', hollow: true },
  Course: { d: 'M-5.4-2L0-5L5.4-2L0 1ZM-3 0V4H3V0', hollow: true },
};
export const PLAIN_MARK = { d: 'M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0-4.5 0Z', hollow: true };

/**
 * How the lines of each relation look: a dash pattern, a width, and a sign at one end.
 * Signs are drawn around the end of the line; y grows along time, so a child's end points down.
 */
export const RELATION_LINES = {
  extends: { dash: '', width: 1.6 },
  basedOn: { dash: '7 4', width: 1.5 },
  versionOf: { dash: '3 2', width: 1.3 },
  succeeds: { dash: '', width: 1.6, sign: { at: 'child', d: 'M-4-9L0-4L4-9M-4-5L0 0L4-5' } },
  fineTunedFrom: { dash: '1 4.5', width: 2.2 },
  distilledFrom: { dash: '9 4 1.5 4', width: 1.6 },
  prunedFrom: { dash: '5 3 1.5 3 1.5 3', width: 1.6 },
  generalizes: { dash: '', width: 1.5, sign: { at: 'child', d: 'M-4.5-9H4.5L0-1Z', filled: 'paper' } },
  replaces: { dash: '3 3', width: 1.8, sign: { at: 'parent', d: 'M-6 5H6', heavy: true } },
};
export const PLAIN_LINE = { dash: '2 2', width: 1.4 };

/** Where a newcomer may begin; names that the graph lacks are skipped. */
export const STARTING_POINTS = ['RNN', 'LSTM', 'Word2vec', 'GRU', 'Seq2seq', 'AttentionMechanism', 'Transformer', 'ELMo', 'GPT', 'BERT', 'T5', 'ChatGPT', 'LLaMA', 'Mamba', 'DeepSeekR1'];

export const laneOf = (node) => {
  const found = LANES.findIndex((lane) => lane.branches.includes(branchOf(node.chapter)));
  return found < 0 ? LANES.length - 1 : found;
};
