/** The sample posts of the demo, which the tests type as well. */
import { readFileSync } from "node:fs";

/** A sample post. */
export interface Post {
  readonly id: string;
  readonly language: "en" | "he";
  /** The demo's box that it is typed into. */
  readonly box: string;
  readonly text: string;
  /** What it is warned of; `null`: it is harmless. */
  readonly category: string | null;
  /** The words that are underlined. */
  readonly words?: string;
}

/** All sample posts. */
export const posts: readonly Post[] = JSON.parse(readFileSync("tests/demo/posts.json", "utf8"));

/** A post that is warned of, by its id. */
export function flagged(id: string): Post & { readonly words: string } {
  const post = posts.find((post) => post.id === id);
  if (!post?.words) throw new Error(`tests/demo/posts.json has no words to underline for ${id}`);
  return { ...post, words: post.words };
}

/** A post in each language that is warned of. */
export const HEBREW = flagged("result-he");
export const ENGLISH = flagged("result-en");

/** A post that is not. */
export const HARMLESS = "Shakshuka for dinner, third time this week";
