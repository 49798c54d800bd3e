"""Pay: amounts, unit and currency, from labels and from sentences that speak of pay."""

import re
from collections.abc import Iterator

from applykit.posting.fact import Fact, Source
from applykit.posting.model import Pay, Role, Span

SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "£": "GBP",
    "€": "EUR",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "₹": "INR",
    "¥": "JPY",
    "S$": "SGD",
}
CODES = (
    "USD",
    "GBP",
    "EUR",
    "CAD",
    "AUD",
    "NZD",
    "INR",
    "SGD",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "ZAR",
    "PHP",
    "MYR",
    "HKD",
    "AED",
)
SYMBOL = r"(?:US|CA|CAD|C|AU|A|NZ|S)?\$|£|€|₹|¥"
NUMBER = r"\d{1,3}(?:[,. ]\d{3}){1,4}(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?"
AMOUNT = rf"(?:{SYMBOL})?\s?(?:{NUMBER})\s?(?:[kK]\b)?"
UNIT = (
    r"(?:/|\ba\b|\ban\b|\bper\b|\beach\b|\bp\.?\s?(?=[ah]))\s*(?P<unit>hour|hr|h\b|day|week|wk|month|mo\b|year|yr"
    r"|annum|a\b|bi-?weekly|biweekly)|\b(?P<adverb>hourly|annually|annual|yearly|weekly|monthly|daily|pa|p\.a|ph"
    r"|p\.h)\b"
)
RANGE = re.compile(
    rf"(?<![\d.,])(?P<code1>\b(?:{'|'.join(CODES)})\b)?\s?(?P<sym1>{SYMBOL})?\s?(?P<low>{NUMBER})\s?(?P<k1>[kK]\b)"
    rf"?\+?(?:\s?(?:/|per )\s?(?:hour|hr|year|yr|annum)\.?)?"
    rf"(?:\s?(?:-|–|—|to|and|up to)\s?(?:{'|'.join(CODES)})?\s?(?P<sym2>{SYMBOL})?\s?(?P<high>{NUMBER})"
    rf"\s?(?P<k2>[kK]\b)?)?(?!\d|%)"
    rf"\s?(?P<code2>\b(?:{'|'.join(CODES)})\b)?"
)
UNIT_AFTER = re.compile(rf"^[\s,.)*]*(?:\w+\s)?(?:{UNIT})", re.IGNORECASE)
UNIT_NEAR = re.compile(UNIT, re.IGNORECASE)
UNITS = {
    "hour": "hour",
    "hr": "hour",
    "h": "hour",
    "hourly": "hour",
    "ph": "hour",
    "p.h": "hour",
    "day": "day",
    "daily": "day",
    "week": "week",
    "wk": "week",
    "weekly": "week",
    "month": "month",
    "mo": "month",
    "monthly": "month",
    "year": "year",
    "yr": "year",
    "annum": "year",
    "a": "year",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "pa": "year",
    "p.a": "year",
}
LABELS = re.compile(
    r"(?:expected |base |starting |annual |hourly |advertised |anticipated |estimated |minimum |maximum "
    r"|target )*(?:salary|pay|wages?|compensation|remuneration|rate|hourly rate|pay rate|pay scale)(?: and grade"
    r"| and benefits| package)?(?: ?/ ?\w+)?(?: ?(?:range|rate|scale|offered|details|information|min|max|band))*"
)
SPEAKS_OF_PAY = re.compile(
    r"salar|\bpay\b|\bpays\b|compensation|\bwages?\b|\brate\b|hourly|per hour|/ ?hr|/ ?hour|per annum|\bearn"
    r"|remuneration|base\b|\bOTE\b|annual",
    re.IGNORECASE,
)
OTHER_MONEY = re.compile(
    r"bonus|tuition|reimburs|401|match|million|billion|revenue|budget|funding|raised|insurance|stipend|discount"
    r"|sales of|deductible|loan|allowance|donat|charit|fund|copay|relocation|incentive|over \$|worth|fee\b|cost"
    r"|gift",
    re.IGNORECASE,
)
LEAST_HOURLY, MOST_HOURLY, LEAST_YEARLY = 5, 250, 9_000


def find_pay(source: Source) -> Fact[Pay] | None:
    """Pay from a label, else from the sentence that speaks most clearly of it; the earlier one on a tie."""
    for label in source.labelled(LABELS):
        for fact, _ in amounts(label.value, label.span.start, certain=True):
            return fact
    best: tuple[float, Fact[Pay]] | None = None
    for span in source.lines:
        line = span.of(source.text)
        if source.role_at(span.start) is Role.EQUAL_OPPORTUNITY or not any(character.isdigit() for character in line):
            continue
        for fact, score in amounts(line, span.start, certain=bool(SPEAKS_OF_PAY.search(line[:60]))):
            if best is None or score > best[0]:
                best = (score, fact)
    return best[1] if best else None


def amounts(line: str, start: int, *, certain: bool) -> Iterator[tuple[Fact[Pay], float]]:
    """Pays in a line with how clearly each is one."""
    for found in RANGE.finditer(line):
        symbol = found["sym1"] or found["sym2"] or found["code1"] or found["code2"]
        thousands = found["k1"] or found["k2"]
        if not (symbol or (thousands and certain)):
            continue
        before, after = line[max(0, found.start() - 60) : found.start()], line[found.end() : found.end() + 40]
        clear = certain or bool(SPEAKS_OF_PAY.search(before + after)) or bool(UNIT_AFTER.match(after))
        if not clear or (OTHER_MONEY.search(before[-45:] + after[:25]) and not UNIT_AFTER.match(after)):
            continue
        pay = build_pay(found, symbol, after, before)
        if pay:
            score = (
                2.0 * (pay.maximum is not None and pay.maximum != pay.minimum)
                + 1.5 * bool(pay.unit)
                + certain
                + bool(SPEAKS_OF_PAY.search(before))
            )
            yield (
                Fact(pay, Span(start + found.start() + len(found[0]) - len(found[0].lstrip()), start + found.end())),
                score,
            )


def build_pay(found: re.Match[str], symbol: str | None, after: str, before: str) -> Pay | None:
    """The pay that an amount or a range means, or None where the figures cannot be pay."""
    low = number(found["low"], thousands=bool(found["k1"] or (found["k2"] and found["high"])))
    high = number(found["high"], thousands=bool(found["k2"])) if found["high"] else None
    if high is not None and high < low:
        high = None
    unit = read_unit(found[0], after, before) or guess_unit(high or low)
    if unit == "hour" and not LEAST_HOURLY <= low <= 2 * MOST_HOURLY:
        return None
    if unit is None or (unit == "year" and low < LEAST_YEARLY):
        return None
    only_top = bool(re.search(r"\bup to\s*$", before, re.IGNORECASE)) and high is None
    return Pay(None if only_top else low, low if only_top else high, unit, currency_of(symbol))


def number(words: str, *, thousands: bool) -> float:
    """The number as written, "60K" as sixty thousand."""
    value = float(re.sub(r"[,\s]|\.(?=\d{3}\b)", "", words))
    return value * 1000 if thousands and value < 1000 else value


def read_unit(words: str, after: str, before: str) -> str | None:
    """The unit that stands in, right behind or before the amount."""
    inside = re.search(r"(?:/|per )\s?(hour|hr|year|yr|annum)", words)
    if inside:
        return UNITS[inside[1]]
    for found in (UNIT_AFTER.match(after), next(iter(reversed(list(UNIT_NEAR.finditer(before)))), None)):
        if found:
            return UNITS.get((found["unit"] or found["adverb"]).casefold())
    return None


def guess_unit(amount: float) -> str | None:
    """By size alone: small amounts are paid by the hour, five figures and more by the year."""
    if LEAST_HOURLY <= amount <= MOST_HOURLY:
        return "hour"
    return "year" if amount >= LEAST_YEARLY else None


def currency_of(symbol: str | None) -> str | None:
    """The currency's ISO 4217 code."""
    return SYMBOLS.get(symbol, symbol) if symbol else None
