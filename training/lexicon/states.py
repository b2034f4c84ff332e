"""Build `src/onrecord/lexicon/states.csv` from pycountry, CLDR and `states_by_hand.csv`."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import pycountry
from babel import Locale

BY_HAND = Path(__file__).with_name("states_by_hand.csv")
OUTPUT = Path(__file__).parents[2] / "src" / "onrecord" / "lexicon" / "states.csv"
COLUMNS = (
    "code", "status", "name", "official", "names", "acronyms", "capitals", "adjectives",
    "people_singular", "people_plural",
)  # fmt: skip
UNCHANGED = ("ese", "ish", "ch", "sh", "s", "x", "z")
PREFERRED = {
    "xk": "Kosovo", "su": "Soviet Union", "yu": "Yugoslavia", "dd": "East Germany",
    "ps": "Palestine", "mm": "Myanmar", "hk": "Hong Kong", "mo": "Macau", "tr": "Turkey",
    "cd": "DR Congo", "cg": "Republic of the Congo",
}  # fmt: skip


def main() -> None:
    with BY_HAND.open(encoding="utf-8", newline="") as stream:
        by_hand = {row["code"]: row for row in csv.DictReader(stream)}
    iso = {country.alpha_2.lower(): country for country in pycountry.countries}
    missing = sorted(set(iso) - set(by_hand))
    if missing:
        raise SystemExit(f"states_by_hand.csv lacks {missing!r}")
    english = {code.lower(): name for code, name in Locale("en").territories.items()}
    with OUTPUT.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for code, row in sorted(by_hand.items()):
            writer.writerow(_row(code, row, iso.get(code), english.get(code)))


def _row(
    code: str, hand: Mapping[str, str], country: object, english: str | None
) -> dict[str, str]:
    official = str(getattr(country, "official_name", None) or "")
    name = PREFERRED.get(code) or english or str(getattr(country, "name", ""))
    iso_names = [str(getattr(country, field, None) or "") for field in ("name", "common_name")]
    names = [
        name,
        "" if code in PREFERRED else english or "",
        *iso_names,
        *hand["names"].split("|"),
    ]
    adjectives = hand["adjectives"].split("|")
    return {
        "code": code,
        "status": hand["status"] or "state",
        "name": name,
        "official": "" if "," in official else official.removeprefix("the "),
        "names": "|".join(_once(_plain(names))),
        "acronyms": hand["acronyms"],
        "capitals": hand["capital"],
        "adjectives": hand["adjectives"],
        "people_singular": hand["singular"] or "|".join(adjectives),
        "people_plural": hand["plural"] or "|".join(_plural(word) for word in adjectives),
    }


def _plain(names: list[str]) -> Iterator[str]:
    """Names as running text has them: no inverted forms, no bracket, no article before."""
    for name in names:
        name = name.removeprefix("the ").strip()
        if name and "," not in name and "(" not in name:
            yield name
            if " & " in name:
                yield name.replace(" & ", " and ")


def _once(names: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _plural(adjective: str) -> str:
    return adjective if not adjective or adjective.endswith(UNCHANGED) else adjective + "s"


if __name__ == "__main__":
    main()
