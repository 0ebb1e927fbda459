// Carries the browser's events to the service, in order. Listeners stand before anything is awaited: a background that
// was asleep is woken for an event and hears it only so. What an event means does not belong here.
import init, { Service } from "./wasm/amana.js";

const service = start();

// The callbacks of one promise run in the order in which they were added.
const hand = (event) => service.then(event);

chrome.runtime.onConnect.addListener((port) => {
  hand((amana) => amana.connect(port));
  port.onMessage.addListener((message) => hand((amana) => amana.message(port, message)));
  port.onDisconnect.addListener(() => hand((amana) => amana.disconnect(port)));
});

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  hand((amana) => amana.ask(message, sender)).then(answer);
  return true;
});

chrome.storage.onChanged.addListener((changes, area) => hand((amana) => amana.storage_changed(changes, area)));
chrome.permissions.onAdded.addListener(() => hand((amana) => amana.permissions_changed()));
chrome.permissions.onRemoved.addListener(() => hand((amana) => amana.permissions_changed()));

// That somebody listens is what makes the browser start the background now.
chrome.runtime.onInstalled.addListener(() => {});
chrome.runtime.onStartup.addListener(() => {});

async function start() {
  await init({ module_or_path: new URL("./wasm/amana_bg.wasm", import.meta.url) });
  return Service.start();
}
