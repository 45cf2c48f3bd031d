"""The currencies of ISO 4217: those in use, and those withdrawn since 2010, which older models may name."""

from __future__ import annotations

from archlint.language.suggestions import did_you_mean, nearest

__all__ = ["CURRENCIES", "no_currency"]

_IN_USE = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD
MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA
XXX YER ZAR ZMW ZWG
"""
_WITHDRAWN = "BYR CUC EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL"

CURRENCIES = frozenset(_IN_USE.split()) | frozenset(_WITHDRAWN.split())
"""The codes that an amount may name."""


def no_currency(number: str, word: str) -> tuple[str, str]:
    """What is wrong with the word after the number of an amount, and what may have been meant."""
    if not (len(word) == 3 and word.isascii() and word.isalpha()):
        return f"`{number}` lacks its currency, a code of three capital letters: `{number} GBP`", ""
    return f"`{word}` is no currency of ISO 4217", did_you_mean(nearest(word.upper(), CURRENCIES, 1))
