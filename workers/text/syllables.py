"""Syllables of English and Dutch words by rule; docs/scores.md says how often the rules are right."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import regex

_LETTERS: Final = regex.compile(r"[^\p{L}]+")
_DIGIT: Final = regex.compile(r"\p{N}")

_EN_KNOWN: Final = {
    word: count
    for count, listed in {
        1: "eyes hour our once ones does says goes shoes world breathe breathes",
        2: (
            "people business every being doing going seeing create react evening friendly "
            "someone something sometimes somewhere poem lion giant quiet riot diet fuel cruel duel dial trial via "
            "science client higher lower power flower tower shower chocolate naked wicked sacred aged "
            "interest interests different camera family therefore hundred hundreds embed embeds"
        ),
        3: (
            "area idea ideas areas created creates creator reaction video audio studio radio ratio usual "
            "actual casual visual manual annual beautiful businesses everyone everything element elements "
            "company anyone interested average several favorite favourite recipe apostrophe "
            "coyote yesterday"
        ),
        4: (
            "usually actually casually especially january everybody variety society anxiety experience "
            "ingredient material"
        ),
    }.items()
    for word in listed.split()
}
_EN_VOWELS: Final = regex.compile(r"[aeiou]+|(?<![aeiou])y(?![aeiou])|(?<=[^aeiouy])y(?=ing)")
_EN_SILENT_E: Final = regex.compile(r"(?<=[aeiouy].*)(?<![aeiou])(?<!^.)e$")
_EN_SILENT_UE: Final = regex.compile(r"(?<=[aeiou].?[gq])ue(?=s?$)")
_EN_SYLLABIC_LE: Final = regex.compile(r"[^aeiouylrw]les?$|[^aeiouylr]led$")
_EN_SILENT_ES: Final = regex.compile(r"(?<![aeiou]|[sxzcg]|[cs]h)es$")
_EN_SILENT_ED: Final = regex.compile(r"(?<![aeioutd])ed$")
_EN_INNER_E: Final = regex.compile(
    r"(?<=[aeiouy][^aeiou]{1,2})e(?=(?:ful|fully|less|ly|ment|ments|ness|thing|time|times|where|style|work|body|line|lines|"
    r"stone|stones|wise|maker|makers|keeper)$)"
)
_EN_APART: Final = regex.compile(
    r"[aeiou](?=ing$)|(?<![ctgs])ia(?!ge)|(?<![ctgsx]|ll)io(?!u?s?$|us)|(?<![ctg])iou|(?<![ctgx])ie(?=n[ct]|t[ys]?$)|"
    r"(?<![qg])ua|(?<![qg])uou|eo(?!p|u|n$)|(?<=cr)ea(?=t)|(?<![aeiou])iu|(?<![qg])ue(?=n[ct])|"
    r"(?<=[^aeiou])ie(?=r$|st$)|(?<!q)uo(?=us)"
)
_EN_SYLLABIC_M: Final = regex.compile(r"[sth]hms?$|sms?$")

_NL_KNOWN: Final = {
    word: count
    for count, listed in {
        1: (
            "team teams game games site live home like likes share lead leads deal deals stream streams reach "
            "meme memes tape cake date name case cases shame face base line score scores store stores gate"
        ),
        2: "online update updates website software hardware timeline headline deadline outline cookie cookies",
        3: "museum",
    }.items()
    for word in listed.split()
}
_NL_NUCLEI: Final = regex.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|oe|ie|eu(?!m$)|ui|ij|ei|au|ou|(?<=t)io(?=n(?:s|aal|ale|eel|ele)?$)|"
    r"y(?![aeiou])|[aeiouáàâäãåéèêëíìîïóòôöõúùûüý]"
)


def syllables(word: str, language: str) -> int:
    """Syllables of one word, at least one; a number has one for each digit. Other languages than nl count as en."""
    return _counted(unicodedata.normalize("NFC", word).lower().replace("’", "'"), language)


@lru_cache(maxsize=20_000)
def _counted(word: str, language: str) -> int:
    count = len(_DIGIT.findall(word))
    rule = _dutch if language == "nl" else _english
    for part in _LETTERS.split(word.removesuffix("'s").replace("'", "")):
        if part:
            count += _by(rule, part)
    return max(count, 1)


def _by(rule: Callable[[str], int], part: str) -> int:
    found = rule(part)
    # letters without a vowel are spelled out: "html"
    return found or len(part)


def _english(word: str) -> int:
    if word in _EN_KNOWN:
        return _EN_KNOWN[word]
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    count = len(_EN_VOWELS.findall(plain)) + len(_EN_APART.findall(plain)) + len(_EN_SYLLABIC_M.findall(plain))
    if not _EN_SYLLABIC_LE.search(plain):
        silent = (_EN_SILENT_E, _EN_SILENT_ES, _EN_SILENT_ED)
        # an accent says that the e is heard: "café"
        count -= any(pattern.search(plain) for pattern in silent) and word[-1] not in "éèê"
    count -= len(_EN_INNER_E.findall(plain)) + len(_EN_SILENT_UE.findall(plain))
    return max(count, 1) if _EN_VOWELS.search(plain) else 0


def _dutch(word: str) -> int:
    return _NL_KNOWN.get(word) or len(_NL_NUCLEI.findall(word))
