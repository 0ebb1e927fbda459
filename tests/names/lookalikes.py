"""Makes names that resemble brands, and names that don't, for crates/checker/tests/lookalikes.rs: JSON, a line a name.

Look-alikes of Latin brands are dnstwist's; those of Hebrew ones are made here. Words are Debian's American English list, people's
names those of Faker, and handles are made of these names as often as the names occur, with words and numbers as people add them.
"""
import json
import random

import dnstwist
from faker.providers.person.en_US import Provider as American
from faker.providers.person.he_IL import Provider as Israeli

LONG = ["Golden Pages", "Dapei Zahav", "Zahav Business", "Star Index", "LocalFind", "CloudNest"]
SHORT = ["Zap", "Goldy", "Bezeq", "Wolt"]
HEBREW = ["דפי זהב", "זהב לעסקים", "אינדקס כוכב", "מאפיית הלב"]

FUZZERS = ["homoglyph", "hyphenation", "repetition", "transposition",
           "addition", "omission", "replacement", "insertion", "vowel-swap"]
FUZZERS_OF_SHORT = ["hyphenation", "repetition"]

# SI-1452, key for key over QWERTY.
ROWS = ["/'קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"]
ALIKE = {"ד": "ר", "ר": "ד", "ה": "חת", "ח": "הת", "ת": "חה", "ו": "ןז", "ז": "ון", "ב": "כ", "כ": "ב", "ס": "ם", "ם": "ס",
         "ט": "מ", "מ": "ט", "ג": "נ", "נ": "ג", "ע": "צ", "צ": "ע", "י": "ו"}
FINAL = {"כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"}
FINAL |= {final: plain for plain, final in FINAL.items()}

HANDLES = 20_000
ENDINGS = ["", "", "", "_", "il", "_il", "tlv", "x", "official", "_music", "photos", "_art", "fit", "fan", "music", ".design"]
STARTS = ["", "", "", "", "the", "the_", "real", "its", "mr_", "dr", "i_am_", "just", "team_", "not_"]


def main():
    for brand in LONG + SHORT + HEBREW:
        tell("brand", brand, brand)
    for brand in LONG:
        latin(brand, FUZZERS)
    for brand in SHORT:
        latin(brand, FUZZERS_OF_SHORT)
    for brand in HEBREW:
        for technique, made in hebrew(brand).items():
            for name in sorted(made - {brand}):
                tell(technique, brand, name)
    quiet()


def tell(what, brand, name):
    print(json.dumps({"what": what, "brand": brand, "name": name}, ensure_ascii=False))


def latin(brand, fuzzers):
    fuzz = dnstwist.Fuzzer(brand.replace(" ", "").lower() + ".com")
    fuzz.generate(fuzzers=fuzzers)
    for made in sorted(fuzz.permutations(), key=lambda made: made["domain"]):
        if made["fuzzer"] in fuzzers:
            tell(made["fuzzer"], brand, made["domain"].encode().decode("idna").removesuffix(".com"))


def hebrew(brand):
    places = [at for at, letter in enumerate(brand) if letter != " "]
    put = lambda at, letters: brand[:at] + letters + brand[at + 1:]
    each = lambda letters_at: {put(at, letters) for at in places for letters in letters_at(brand[at])}
    return {
        "hebrew neighbour": each(neighbours) | each(lambda c: [c + n for n in neighbours(c)]),
        "hebrew look-alike": each(lambda c: ALIKE.get(c, "")) | each(lambda c: FINAL.get(c, "")),
        "hebrew vav and yod": each(lambda c: [c + "ו", c + "י"]) | each(lambda c: [""] if c in "וי" else []),
        "hebrew swapped": {put(at, brand[at + 1] + brand[at])[:at + 2] + brand[at + 2:] for at in places if at + 1 in places},
    }


def neighbours(letter):
    found = set()
    for row, keys in enumerate(ROWS):
        for at in [at for at, key in enumerate(keys) if key == letter]:
            near = [(row, at - 1), (row, at + 1), (row - 1, at), (row - 1, at + 1), (row + 1, at), (row + 1, at - 1)]
            found |= {ROWS[r][k] for r, k in near if 0 <= r < len(ROWS) and 0 <= k < len(ROWS[r])}
    return sorted(key for key in found if key.isalpha())


def quiet():
    brands = {brand.lower() for brand in LONG + SHORT + HEBREW}
    with open("/usr/share/dict/american-english", encoding="utf-8") as file:
        words = [word for word in file.read().split() if word.lower() not in brands]
    for word in words:
        tell("words", "", word)
    for people in (American, Israeli):
        for name in sorted({*people.first_names, *people.last_names}):
            tell("people", "", name)
    dice = random.Random(2026)
    plain = [word for word in words if word.isascii() and word.isalpha() and word.islower()]
    joined = {brand.replace(" ", "") for brand in brands}
    made = set()
    while len(made) < HANDLES:
        handle = a_handle(dice, plain)
        if handle.translate(str.maketrans("", "", "._-")) not in joined:
            made.add(handle)
    for handle in sorted(made):
        tell("handles", "", handle)


def a_handle(dice, words):
    first, last = drawn(dice, American.first_names), drawn(dice, American.last_names)
    between = dice.choice(["", "", ".", "_", "-"])
    body = dice.choice([first + between + last, first[0] + last, last + between + first, first, last,
                        first + between + dice.choice(words), dice.choice(words) + between + dice.choice(words)])
    number = dice.choice(["", "", "", str(dice.randint(1, 99)), str(dice.randint(1950, 2015))])
    return (dice.choice(STARTS) + body + dice.choice(ENDINGS) + number).lower()


def drawn(dice, weighted):
    return dice.choices(list(weighted), weights=list(weighted.values()))[0]


main()
