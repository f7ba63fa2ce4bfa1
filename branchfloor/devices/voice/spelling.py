"""How numbers and letters are read aloud, and what a synthesiser must be told instead."""

import re

_ZH_DIGITS = "零一二三四五六七八九"
_EN_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_PINYIN = {
    "银行": " yin2 hang2 ",
    "行长": " hang2 zhang3 ",
    "长者": " zhang3 zhe3 ",
    "重新": " chong2 xin1 ",
    "重复": " chong2 fu4 ",
}
"""Words that espeak-ng reads wrongly by single character, as pinyin with tone digits."""

_LONE_A = re.compile(r"\bA\b(?=[ ,])")
_LETTER_RUN = re.compile(r"[A-Z]+")


def spelled(number: str, language: str, *, yao: bool = False) -> str:
    """A ticket number as it is read, sign by sign: `A031` is A零三一 or "A zero three one"."""
    signs = [_read(sign, language) for sign in number.upper() if sign.isalnum()]
    if not _chinese(language):
        return " ".join(signs)
    text = "".join(signs)
    return text.replace("一", "幺") if yao else text


def spoken_counter(number: str, language: str) -> str:
    """A counter's number as it is read: `3` and `12` as numbers, `R1` and `105` sign by sign."""
    if number.isascii() and number.isdecimal() and len(number) <= 2 and number[0] != "0":
        return number
    return spelled(number, language)


def for_synthesis(text: str, language: str) -> str:
    """The same sentence as espeak-ng must be given it, so that it is read rightly.

    In Chinese, letters stand apart (else `R一` is taken for pinyin) and known polyphones are
    pinyin. In English the letter A gets a comma, else it is read as the article.
    """
    if not _chinese(language):
        return _LONE_A.sub("A,", text).replace(",,", ",")
    for word, pinyin in _PINYIN.items():
        text = text.replace(word, pinyin)
    return _LETTER_RUN.sub(lambda run: f" {' '.join(run[0])} ", text)


def _read(sign: str, language: str) -> str:
    if not sign.isascii() or not sign.isdecimal():
        return sign
    return _ZH_DIGITS[int(sign)] if _chinese(language) else _EN_DIGITS[int(sign)]


def _chinese(language: str) -> bool:
    return language.startswith("zh")
