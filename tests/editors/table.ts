/** The editors that the suite runs over, and where one differs from another for those who write in it. */

/** An editor, by the name of its page. */
export interface Editor {
  readonly name: string;
  /** The keys that start a new line; a box of one line has none. */
  readonly newLine?: string;
  /** It holds text alone: no lists, no mentions. */
  readonly isPlain?: true;
  /** Where the page puts it, beside its document: a word of its address. */
  readonly root?: "open" | "closed";
}

/** All of them. */
export const EDITORS: readonly Editor[] = [
  { name: "textarea", newLine: "Enter", isPlain: true },
  { name: "input", isPlain: true },
  { name: "react-textarea", newLine: "Enter", isPlain: true },
  { name: "autosize", newLine: "Enter", isPlain: true },
  { name: "contenteditable-br", newLine: "Enter" },
  { name: "contenteditable-div", newLine: "Enter" },
  { name: "contenteditable-p", newLine: "Enter" },
  { name: "lexical", newLine: "Enter" },
  { name: "lexical", newLine: "Enter", root: "open" },
  { name: "lexical", newLine: "Enter", root: "closed" },
  { name: "draft", newLine: "Enter" },
  { name: "quill", newLine: "Enter" },
  { name: "prosemirror", newLine: "Enter" },
  { name: "tiptap", newLine: "Enter" },
  { name: "slate", newLine: "Enter" },
  { name: "ckeditor", newLine: "Enter" },
  { name: "tinymce", newLine: "Enter" },
  { name: "codemirror", newLine: "Enter" },
  { name: "trix", newLine: "Enter" },
  { name: "gutenberg", newLine: "Shift+Enter" },
];
