// Kikar ("the square"), a social network that there is not, in English and, as index.html?he, in Hebrew.
const words = {
  en: {
    brand: "Kikar",
    home: "Home",
    groups: "Groups",
    events: "Events",
    post: "What's new in the square?",
    publish: "Post",
    author: "Noa Friedman",
    when: "2 h · Jaffa",
    story: "Sunrise from the port this morning. Worth every minute of lost sleep.",
    counts: "♥ 148 · 23 replies",
    reply: "Write a reply",
    join: "New here? Join Kikar",
    name: "Display name",
    "name-hint": "How others see you",
    handle: "Handle",
    create: "Create account",
    today: "Today in the square",
    "topic-1": "Street food market at the port",
    "topic-2": "Rain at last",
    "topic-3": "Night run, 5 km",
  },
  he: {
    brand: "כיכר",
    home: "הבית",
    groups: "קבוצות",
    events: "אירועים",
    post: "מה חדש בכיכר?",
    publish: "פרסום",
    author: "נועה פרידמן",
    when: "לפני שעתיים · יפו",
    story: "הזריחה מהנמל הבוקר. שווה כל דקה של שינה שהלכה.",
    counts: "♥ 148 · 23 תגובות",
    reply: "כתבו תגובה",
    join: "חדשים כאן? הצטרפו לכיכר",
    name: "שם תצוגה",
    "name-hint": "כך יראו אתכם אחרים",
    handle: "כינוי",
    create: "יצירת חשבון",
    today: "היום בכיכר",
    "topic-1": "שוק אוכל רחוב בנמל",
    "topic-2": "סוף סוף גשם",
    "topic-3": "ריצת לילה, 5 ק״מ",
  },
};

const language = new URLSearchParams(location.search).has("he") ? "he" : "en";
const say = words[language];
document.documentElement.lang = language;
document.documentElement.dir = language === "he" ? "rtl" : "ltr";
document.title = say.brand;

for (const place of document.querySelectorAll("[data-say]")) place.textContent = say[place.dataset.say];
for (const place of document.querySelectorAll("[data-hint]")) place.placeholder = say[place.dataset.hint];
for (const place of document.querySelectorAll("[data-label]")) {
  place.ariaLabel = say[place.dataset.label];
  place.dataset.placeholder = say[place.dataset.label];
}
for (const link of document.querySelectorAll("a")) link.addEventListener("click", (event) => event.preventDefault());
