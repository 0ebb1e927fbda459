/**
 * The line to the background: opened at the first need, and opened again after the background slept. What is said on it
 * does not belong here.
 */
import type { ToBackground, ToContent } from "./messages";

/** What the line tells its owner. */
export interface Listener {
  /** A message from the background. */
  receive(message: ToContent): void;
  /** The background went away; an answer that is still awaited will not come. */
  lost(): void;
}

/** Whether there is an extension behind this script; after an update or removal there is none. */
export function hasExtension(): boolean {
  return chrome.runtime?.id !== undefined;
}

/** A line to the background that outlives the background's sleep. */
export class Line {
  readonly #listener: Listener;
  #port: chrome.runtime.Port | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
    chrome.runtime.onMessage.addListener((message: ToContent) => {
      listener.receive(message);
    });
  }

  /** Sends `message`, opening the line when it is closed. */
  send(message: ToBackground): void {
    try {
      this.#port ??= this.#open();
      this.#port.postMessage(message);
    } catch {
      this.#close();
    }
  }

  #open(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: "amana" });
    port.onMessage.addListener((message: ToContent) => this.#listener.receive(message));
    port.onDisconnect.addListener(() => this.#close());
    return port;
  }

  #close(): void {
    this.#port = undefined;
    this.#listener.lost();
  }
}
