"""Postal addresses: behind their name, and whole ones with a postcode."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.types import Detector, Group, Trigger

__all__ = ["STREET_ADDRESS"]

_STATES = (
    "AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH "
    "NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY"
)
_KINDS = (
    "street st avenue ave road rd boulevard blvd drive dr lane ln court ct way place pl square sq "
    "terrace ter parkway pkwy circle cir highway hwy close crescent cres gardens grove mews row "
    "trail trl walk loop alley plaza quay wharf hill park broadway"
)
_BRITISH = (
    "street road lane avenue close drive gardens crescent place way court square terrace grove "
    "hill row mews"
)
_NUMBER = r"[1-9][0-9]{0,5}[A-Za-z]?(?:[/-][0-9]{1,5}[A-Za-z]?)?"
_KIND = rf"(?i:{'|'.join(_KINDS.split())})(?![A-Za-z])\.?"
_STATE = rf"(?:{'|'.join(_STATES.split())})"
_NAMED = r"[A-Z0-9][A-Za-z0-9'\u2019\u00c0-\u024f.-]{0,20}+"
_UNIT = (
    r"(?:,?[ ](?i:apt|apartment|suite|ste|unit|flat|floor|fl|room|\#)\.?[ ]?\#?[A-Za-z0-9-]{1,6})?"
)
_ZIP = r"[0-9]{5}(?:-[0-9]{4})?"
_POSTCODE = r"[A-Z]{1,2}[0-9][A-Z0-9]?[ ]?[0-9][A-Z]{2}"
_CITY = (
    r"(?:,?[ ](?!(?i:is|and|was|or|for|to|in|on)[ ])[A-Z][A-Za-z'\u2019\u00c0-\u024f.-]{1,24}){1,4}"
)
_TAIL = (
    rf"(?:,[ ]{_NAMED}(?:[ ][A-Z][a-z]{{1,24}}){{0,3}}){{0,3}}"
    rf"(?:,?[ ]{_STATE})?(?:,?[ ](?:{_ZIP}|{_POSTCODE}))?"
)
_STATE_SHAPE = f"(?:{'|'.join(_STATES.lower().split())})"
_ZIP_THEN = rf"(?:(?<=[ ,]{_STATE_SHAPE})|(?<=[ ,]{_STATE_SHAPE},)) 00000(?![a-z0_])"
_POSTCODE_THEN = r" [a-z]+,[a-z ,.?'-]{2,110}(?:\\|(?<= )[a-z]{1,2}0[a-z0]? ?0[a-z]{2})"
_NUMBER_THEN = (
    r"[a-z]+(?: [a-z]+){0,2}(?:[ _]?line[ _]?0)?(?:\\*[\"'`*]){0,3}"
    r"(?: ?[:=] {0,4}| is | )(?:\\*[\"'`*]){0,3}0[a-z0/-]{0,12},? "
)
# In the licence texts of free software.
_PUBLISHERS = (
    "51 Franklin",
    "59 Temple Place",
    "675 Mass",
    "171 Second Street",
    "444 Castro",
    "559 Nathan Abbott",
    "31 Milk Street",
    "160 Saratoga",
)


def _is_private(text: str) -> bool:
    return not text.startswith(_PUBLISHERS)


def _is_address(text: str) -> bool:
    return (
        8 <= len(text) <= 200
        and any(map(str.isdigit, text))
        and sum(map(str.isalpha, text)) >= 4
        and " " in text.strip()
        and not any(sign in text for sign in ("://", "@", "{", "=", "0x"))
    )


# The whole ones end with state and ZIP code, or with a comma, a town and a British postcode.
STREET_ADDRESS = Detector(
    name="street_address",
    entity="STREET_ADDRESS",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_.,:/#-])(?P<value>"
        rf"{_NUMBER}[ ](?:{_NAMED}[ ,]{{1,2}}+){{2,8}}?{_STATE},?[ ]{_ZIP}"
        rf"|{_NUMBER}[ ](?:[A-Z][A-Za-z'\u2019-]{{1,20}}[ ]){{1,3}}"
        rf"(?i:{'|'.join(_BRITISH.split())}),{_CITY},?[ ]{_POSTCODE})"
        r"|(?i:(?:address(?:[ _]?line[ _]?[12])?|lives?[ ]at|living[ ]at|resid(?:es?|ing)[ ]at"
        r"|deliver(?:ed)?[ ]to|ship(?:ped)?[ ](?:it[ ])?to))[\"'`*]{0,3}"
        r"(?:[ ]?[:=][ ]{0,4}|[ ]is[ ]|[ ])[\"'`*]{0,3}(?P<value>"
        rf"{_NUMBER},?[ ](?:{_NAMED}[ ]){{1,4}}?{_KIND}{_UNIT}{_TAIL}))(?![A-Za-z0-9_])"
    ),
    triggers=(
        Trigger(" 00000", before=200, first="0", then=_ZIP_THEN),
        *(
            Trigger(" " + kind + ",", before=80, first="0", then=_POSTCODE_THEN)
            for kind in _BRITISH.split()
        ),
        *(
            Trigger(name, then=_NUMBER_THEN)
            for name in (
                *("address", "live at", "lives at", "living at", "reside", "residing at"),
                *("deliver to", "delivered to", "ship to", "shipped to", "ship it", "shipped it"),
            )
        ),
    ),
    starts_word=True,
    # An address on a network, of a mailbox, in memory or on a chain is in no street.
    key_pattern=KEY_START
    + r"(?<!(?:server|client|peer|host|local|remote|source|destination|network|net|ip|mac|proxy"
    r"|listen|bind|e?mail|web|wallet|contract|memory)[._-]?)"
    r"(?:(?:street|home|mailing|shipping|billing|postal|residential|delivery"
    r"|work|office|customer|contact)?[_-]?address(?:[_-]?line)?[_-]?[123]?|street[_-]?[12]?"
    r"|address[_-]?street)",
    key_triggers=("address", "street"),
    validate=_is_private,
    validate_key_value=_is_address,
    hits=(
        "1600 Amphitheatre Parkway, Mountain View, CA 94043",
        "ship to 742 Evergreen Terrace, Springfield",
        "I live at 12B Elm St. Apt 4, thanks",
        "Address: 350 Fifth Avenue, New York, NY 10118",
        "send it to 221 Baker Street, London NW1 6XE.",
    ),
    misses=(
        "51 Franklin Street, Fifth Floor, Boston, MA 02110-1301 USA",
        "address: 10.0.0.1",
        "address 0x7fff5fbff8c0",
        "address is 42 bytes long",
        "the 50 states, such as CA 94043",
        "ship to 3 regions in CA",
        "in 2026 Main Street, USA",
    ),
    key_hits=(
        ("address", "12 rue de la Paix, Paris"),
        ("shippingAddress", "742 Evergreen Terrace"),
        ("user.street", "Hauptstra\u00dfe 5"),
    ),
    key_misses=(
        ("server.address", "10 Downing Street"),
        ("clientAddress", "10 Downing Street"),
        ("address", "0x7fff 5fbf f8c0"),
        ("email_address", "a@b.example"),
        ("address", "https://example.com/a b1"),
        ("street", "unknown"),
    ),
    source="https://pe.usps.com/text/pub28/welcome.htm and "
    "https://www.royalmail.com/find-a-postcode (2026-11-24)",
)
