"""A random source in, English prose, code and tool results out; `spans` makes messages of them."""

from __future__ import annotations

import json
import random

__all__ = ["code", "prose", "tool_result"]

_PRODUCTS = (
    "the standing desk",
    "a pair of noise-cancelling headphones",
    "the espresso machine",
    "two reading lamps",
    "the hiking backpack",
    "an air purifier",
)
_CITIES = ("Lisbon", "Rotterdam", "Montreal", "Nairobi", "Osaka", "Krakow", "Valencia")
_MONTHS = ("January", "March", "May", "August", "October", "December")
_REASONS = (
    "the courier reported that nobody was at the door",
    "the warehouse had to split it into two parcels",
    "customs asked for one more document",
    "the payment was confirmed a day late",
    "a storm closed the regional hub for a weekend",
)
_SENTENCES = (
    "I ordered {product} in {month} and it still has not arrived, though the page says so.",
    "Thanks for waiting while I looked; the parcel left our depot in {city} {count} days ago.",
    "It was held back because {reason}, so the estimate on the order page was too optimistic.",
    "Could you check whether the replacement can be sent to the office in {city} instead?",
    "The refund of {price} euros was approved on {date} and usually takes {count} working days.",
    "If you would rather keep it, we can offer a discount of {count} percent on the next purchase.",
    "Let me summarise what we know so far, and then suggest two ways to go on from here.",
    "First, the tracking number on the label and the one in the e-mail do not belong together.",
    "Second, the carrier counts a parcel as delivered once it reaches a collection point.",
    "That would explain why the status changed at {time} while you were at home all evening.",
    "I have opened a claim with the carrier, who should answer within {count} working days.",
    "Please do not throw the packaging away, because they sometimes ask for photographs of it.",
    "My colleague had the same problem with {product} last year, and in the end it was found.",
    "We moved from {city} to {city} in {month}, so it is possible that the old address was used.",
    "The migration went well overall, but the nightly report now takes {count} minutes, not two.",
    "Looking at the query plan, most of that time goes into sorting rows thrown away later.",
    "An index on the customer and the date of the order would let the database skip that step.",
    "Before we change anything in production, I would like to see numbers from the test system.",
    "You are right that the two columns look the same; one is in local time and the other in UTC.",
    "The function reads the whole file at once, which was fine for {count} records, not for all.",
    "A generator would keep the memory flat, and the calling code would not have to change at all.",
    "I also noticed that the retry has no limit, so one broken upstream keeps a worker busy.",
    "For a family of four I would plan {count} days in {city} and leave the rest of the week open.",
    "The museum is closed on Mondays, and the ferry leaves the harbour every {count} minutes.",
    "Trains are cheaper when booked before {date}, and the late one still arrives by {time}.",
    "It rains a lot there in {month}, which is why most visitors come later in the year.",
    "The contract says that either side may end it with {count} weeks of notice, in writing.",
    "In plain words: you keep the discount as long as the invoice is paid within {count} days.",
    "I am not a lawyer, so please let somebody who is one read the second paragraph again.",
    "The recipe works with oat milk too, only the dough needs {count} minutes more in the oven.",
    "No, that is not a stupid question; the documentation contradicts itself on this very point.",
    "Could you rewrite the last answer for somebody who has never used a command line before?",
    "Sure, here is a shorter version that leaves the details out and keeps the three main steps.",
    "Would it help if I sent you the draft today, so that we can go through it before the call?",
)
_CODE = (
    """\
def total(orders: list[Order]) -> Decimal:
    open_orders = [order for order in orders if order.status != 'cancelled']
    return sum((order.net * order.quantity for order in open_orders), Decimal(0))
""",
    """\
async def fetch(session, url, *, retries=3, timeout=10.0):
    for attempt in range(retries):
        async with session.get(url, timeout=timeout) as response:
            if response.status < 500:
                return await response.json()
        await asyncio.sleep(2 ** attempt)
    raise RuntimeError(f'gave up after {retries} attempts')
""",
    """\
SELECT o.id, o.created_at, SUM(i.price * i.quantity) AS net
  FROM orders AS o JOIN items AS i ON i.order_id = o.id
 WHERE o.created_at >= DATE '2026-01-01'
 GROUP BY o.id, o.created_at
HAVING SUM(i.price * i.quantity) > 250
""",
)


def prose(random_source: random.Random, length: int) -> str:
    """Return about ``length`` characters of English, in whole sentences, at least one."""
    sentences: list[str] = []
    written = 0
    while written < length or not sentences:
        sentence = random_source.choice(_SENTENCES).format_map(_words(random_source))
        sentences.append(sentence)
        written += len(sentence) + 1
    gaps = [random_source.choice((" ", " ", " ", "\n\n")) for _ in sentences[1:]]
    return "".join(text for pair in zip(sentences, (*gaps, ""), strict=True) for text in pair)


def code(random_source: random.Random) -> str:
    """Return a fenced block of program text."""
    return f"```\n{random_source.choice(_CODE)}```"


def tool_result(random_source: random.Random, length: int) -> str:
    """Return about ``length`` characters of JSON text, as a function that was called returns it."""
    rows: list[dict[str, object]] = []
    while len(json.dumps(rows)) < length - 40 or not rows:
        words = _words(random_source)
        rows.append(
            {
                "order_id": f"A-{random_source.randrange(10_000, 99_999)}",
                "item": words["product"],
                "quantity": random_source.randrange(1, 9),
                "net": float(words["price"]),
                "in_stock": random_source.random() < 0.5,
                "shipped": f"{words['date']}T{words['time']}:00Z",
                "warehouse": words["city"],
                "note": f"Delayed: {words['reason']}." if random_source.random() < 0.5 else None,
            }
        )
    return json.dumps({"rows": rows, "next": None})


def _words(random_source: random.Random) -> dict[str, str]:
    pick = random_source.choice
    number = random_source.randrange
    return {
        "product": pick(_PRODUCTS),
        "city": pick(_CITIES),
        "month": pick(_MONTHS),
        "reason": pick(_REASONS),
        "count": str(number(2, 30)),
        "price": f"{number(10, 900)}.{number(10, 99)}",
        "date": f"2026-{number(1, 13):02d}-{number(1, 29):02d}",
        "time": f"{number(0, 24):02d}:{number(0, 60):02d}",
    }
