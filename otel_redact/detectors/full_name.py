"""Names of persons, behind the words that announce one: ``my name is``, ``Patient name:``."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group, Trigger

__all__ = ["FULL_NAME"]

_FIRST_NAMES = (
    "Aaron Abdul Abdullah Abigail Adam Adrian Agnieszka Ahmed Aisha Alan Albert Alejandro "
    "Aleksandra Alessandro Alex Alexander Alexandra Alexei Ali Alice Alicia Alina Amanda "
    "Amber Amelia Amina Amir Amit Amy Ana Ananya Anastasia Anders Andre Andrea Andreas "
    "Andrew Andrzej Angela Anita Anjali Ann Anna Anne Anthony Antoine Antonio Arjun Arthur "
    "Asha Ashley Astrid Ayesha Barbara Beatriz Benjamin Bernard Bjorn Bob Boris Brandon "
    "Brenda Brian Bruno Camila Camille Carla Carlos Carmen Carol Caroline Catarina "
    "Catherine Cecilia Charles Charlotte Chen Chiara Chinedu Chloe Chris Christian "
    "Christina Christine Christopher Claire Clara Claudia Cynthia Daniel Daniela Daniele "
    "Danielle David Deborah Deepak Diana Diego Dieter Dimitri Dmitri Donald Donna Dorothy "
    "Dylan Eduardo Edward Ekaterina Elena Elizabeth Ella Emeka Emil Emily Emma Enrique Eric "
    "Erik Ethan Eugene Eva Evelyn Fatima Federico Felipe Fernanda Fernando Francesca "
    "Francesco Francisco Frank Frederik Gabriel Gabriela Gary George Georgia Giovanni "
    "Giulia Gloria Grace Greta Guillermo Gustavo Hamza Hannah Hans Harold Harry Hassan "
    "Heather Helen Helena Henrik Henry Hiroshi Hugo Hussein Ibrahim Ines Ingrid Irene "
    "Isabel Isabella Ivan Jacek Jack Jacob Jacqueline Jakub James Jan Jane Janet Jason "
    "Javier Jean Jeffrey Jennifer Jessica Jessie Jim Joan Joanna Joao Joe Johan Johannes "
    "John Johnny Jonas Jonathan Jorge Jose Joseph Joshua Juan Judith Julia Julian Julie "
    "Jurgen Justin Karen Karim Karin Karl Katarzyna Katherine Kathleen Katie Katja Keiko "
    "Keith Kelly Kenji Kenneth Kevin Khalid Kimberly Klaus Krzysztof Kumar Kyle Lakshmi "
    "Larry Lars Laura Lauren Layla Leila Leo Leonardo Liam Linda Lisa Louis Louise Lucas "
    "Lucia Lucy Luis Luka Magdalena Malik Manuel Marcel Marco Marcos Margaret Maria Mariam "
    "Marie Marina Mario Marion Mark Markus Marta Martha Martin Martina Mary Mateusz Matteo "
    "Matthew Matthias Maxim Maya Mehmet Mei Melissa Mercedes Michael Michal Michel Michelle "
    "Miguel Mikhail Mohamed Mohammad Mohammed Monica Monika Muhammad Mustafa Nadia Nancy "
    "Natalia Natalie Natasha Nathan Neha Nicholas Nicolas Nicole Nikhil Nikolai Nina Nisha "
    "Noah Noor Nora Olga Oliver Olivia Olumide Omar Oscar Pablo Pamela Paola Patricia "
    "Patrick Paul Paula Pawel Pedro Peter Petra Philip Philippe Pierre Piotr Pooja Priya "
    "Rachel Rafael Rahul Raj Rajesh Ralf Ramesh Raquel Rashid Raymond Rebecca Renata "
    "Ricardo Richard Robert Roberta Roberto Roger Rohit Ronald Rosa Rosemary Ruth Ryan "
    "Salma Samantha Samir Samuel Sandeep Sandra Sanjay Sara Sarah Scott Sean Sebastian "
    "Sergei Sergio Sharon Shirley Silvia Simone Sofia Sonia Sophia Sophie Stefan Stefano "
    "Stephanie Stephen Steve Steven Sunita Suresh Susan Susanne Sven Svetlana Sylvia "
    "Takashi Tanya Tatiana Teresa Theresa Thomas Tiago Tim Timothy Tom Tomas Tomasz Tony "
    "Tyler Ursula Valentina Vanessa Vera Veronica Victor Victoria Vijay Vikram Vincent "
    "Virginia Vladimir Walter Wei William Wolfgang Xavier Yasmin Yolanda Yuki Yusuf Zainab "
    "Zoe Zofia"
)


def _one_of(words: Sequence[str]) -> str:
    """Return source for any of some sorted words; a text's first letter rules most of them out."""
    groups = (
        letter + "(?:" + "|".join(word[1:] for word in alike) + ")"
        for letter, alike in itertools.groupby(words, key=lambda word: word[0])
    )
    return "(?:" + "|".join(groups) + ")"


_KNOWN = _one_of(_FIRST_NAMES.split())
_LETTER = r"[A-Za-z\u00c0-\u024f]"
_WORD = (
    rf"[A-Z\u00c0-\u00de](?=['\u2019]?{_LETTER}){_LETTER}{{0,24}}"
    rf"(?:['\u2019-](?!s(?![A-Za-z])){_LETTER}{{1,24}}){{0,2}}"
)
_PART = (
    rf"[ ](?:[A-Z]\.[ ]?|(?:de[ ]la|de|del|da|dos|di|van[ ]der|van|von|der|den|la|le|bin|al|el)[ ])"
    rf"{{0,2}}{_WORD}"
)
# Up to three asterisks close Markdown; more of them, or letters behind, are a masked name.
_END = (
    r"(?![A-Za-z0-9_(\u00c0-\u024f]|['\u2019]s|[ ]?[=({]|\.[A-Za-z]"
    r"|\*{4}|\*{1,3}[A-Za-z\u00c0-\u024f])"
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Mme|M)\.?[ ]"
_LINK = r"(?:[\"'`]{0,2}[ ]?[:=][ ]{0,4}|[ ]is[ ])[\"'`*_]{0,3}"
_HOLDERS = (
    "customer patient client employee contact cardholder passenger guest applicant student member "
    "recipient beneficiary borrower tenant subscriber insured policyholder candidate attendee payee"
)
_PARTS = "first last full middle given family maiden legal"
_ROLES = rf"(?:{'|'.join(_HOLDERS.split())}|card[ _-]?holder|account[ _-]?(?:holder|owner))"
_PEOPLE = "patient passenger cardholder policyholder"
_OTHERS = "name customer client employee attn attention contact signed cc from"
_SUBJECTS = "patient customer client employee"
_SIGNS = (":", "=", " :", " =", "*")
_MANNERS = "regards sincerely cheers"
# What the shapes must have, besides: of most texts with such words no name follows.
_SIGN_THEN = r"(?:\\*[\"'`]){0,2} ?(?:[:=]|is ) {0,4}(?:\\*[\"'`*_]){0,3}[a-z?\\]"
_PART_THEN = (
    "(?:"
    + "|".join(
        rf"(?<={word}{sign})"
        for word in (*_PARTS.split(), *_HOLDERS.split(), "holder", "owner", "'s")
        for sign in ("", "[ _-]")
    )
    + ")"
)
_MY_THEN = r"my (?:[a-z]+ )?name(?: is|'s) [a-z?\\]"
_NAME_THEN = rf"(?=name{_SIGN_THEN}){_PART_THEN}"
_TITLE_THEN = r"(?:(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|m)\.? )?"
_DEAR_THEN = rf"dear {_TITLE_THEN[:-1]}[a-z?\\]"
_BOTH_THEN = r"[a-z]+(?:\\*[\"'`*_]){0,3} ?[:=] {0,4}(?:\\*[\"'`*_]){0,3}[a-z?\\]"
_KNOWN_THEN = (
    rf"(?:(?:i am|i'm|this is|{'|'.join(_SUBJECTS.split())}) "
    r"|(?:regards|sincerely|cheers)[,.]?(?:[ \r\n]|\\+[nr]){1,4}"
    r"|[a-z]+(?:\\*[\"'`*_]){0,3} ?[:=] {0,4}(?:\\*[\"'`*_]){0,3})"
    rf"{_TITLE_THEN}{_one_of(_FIRST_NAMES.lower().split())} [a-z?\\]"
)
_TYPE_WORDS = frozenset(("string", "str", "text", "varchar", "name", "required", "optional", "any"))


def _is_name(text: str) -> bool:
    return (
        1 < len(text) <= 80
        and not is_stand_in(text)
        and text.lower() not in _TYPE_WORDS
        and len(text.split()) <= 6
        and all(character.isalpha() or character in " .,'\u2019-" for character in text)
    )


# A bare ``name:`` is mostly a file's, a model's or a step's: there the first name must be known.
FULL_NAME = Detector(
    name="full_name",
    entity="PERSON",
    group=Group.PII,
    pattern=(
        r"(?:(?<![A-Za-z0-9])(?:(?i:my[ ](?:(?:full|legal|first|last)[ ])?name[ ]is|my[ ]name's)"
        rf"[ ](?i:{_TITLE})?|(?i:dear)[ ]{_TITLE}"
        rf"|(?i:{'|'.join(_PEOPLE.split())})\*{{0,2}}[ ]?[:=][ ]{{0,4}}[\"'`*_]{{0,3}}"
        rf"(?i:{_TITLE})?(?={_WORD}[ ]))(?P<value>{_WORD}(?:{_PART}){{0,3}}){_END}"
        rf"|(?<=(?<![A-Za-z0-9])(?i:(?:{'|'.join(_PARTS.split())}|{_ROLES}(?:'s)?)[ _-]?))"
        rf"(?i:name){_LINK}(?i:{_TITLE})?(?P<value>{_WORD}(?:{_PART}){{0,3}}){_END}"
        rf"|(?<![A-Za-z0-9])(?:(?i:{'|'.join(_OTHERS.split())})"
        rf"\*{{0,2}}[ ]?[:=][ ]{{0,4}}[\"'`*_]{{0,3}}(?i:{_TITLE})?"
        rf"|(?i:(?:{'|'.join(_SUBJECTS.split())}|i[ ]am|i'm|this[ ]is)[ ](?:{_TITLE})?"
        rf"|(?:{'|'.join(_MANNERS.split())})[,.]?[ \r\n]{{1,4}}))"
        rf"(?P<value>{_KNOWN}(?:{_PART}){{1,3}}){_END})"
    ),
    triggers=(
        *(Trigger(one, then=_MY_THEN) for one in ("my name", "my full", "my legal", "my first")),
        Trigger("my last", then=_MY_THEN),
        Trigger("dear ", then=_DEAR_THEN),
        *(
            Trigger("name" + sign, then=_NAME_THEN)
            for sign in (":", "=", " :", " =", " is", '"', "'", "`")
        ),
        *(Trigger(word + sign, then=_BOTH_THEN) for word in _PEOPLE.split() for sign in _SIGNS),
        *(Trigger(word + sign, then=_KNOWN_THEN) for word in _OTHERS.split() for sign in _SIGNS),
        *(Trigger(f"{word} ", then=_KNOWN_THEN) for word in _SUBJECTS.split()),
        *(Trigger(word, then=_KNOWN_THEN) for word in ("i am ", "i'm ", "this is ")),
        *(Trigger(word, then=_KNOWN_THEN) for word in _MANNERS.split()),
    ),
    key_pattern=KEY_START
    + rf"(?:(?:{'|'.join(_PARTS.split())})[_-]?names?|surname|{_ROLES}[_-]?name"
    r"|name[_-]?on[_-]?card|person[_-]?name|card[_-]?holder)",
    key_triggers=("name", "cardholder", "card_holder", "card-holder"),
    validate=_is_name,
    validate_key_value=_is_name,
    hits=(
        "Hello, my name is Jane Doe and I need help",
        "Patient name: Maria de la Cruz",
        "Name: John A. Smith, 42",
        "Dear Mr. Smith,",
        "first_name=J\u00fcrgen",
        "my name is O'Brien.",
        "Patient John Smith was seen",
        "Hi, this is Dr. Priya Sharma.",
        "Kind regards,\nJane Doe",
    ),
    misses=(
        "Name: Run Tests",
        "name: requests",
        "model_name: Claude Sonnet",
        "file_name=Report Final",
        "function name: get_first_name()",
        "my name is on the list",
        "full_name = User.objects",
        "dear customer",
        "this is Grace period logic",
        "I am Groot",
        "this is Michael Kay's library",
        "from: Berlin Central",
        "Patient name: Mar**********ruz",
        "first name is required",
        "if fullname is None",
    ),
    key_hits=(
        ("first_name", "jane"),
        ("customer.lastName", "O'Brien"),
        ("patientName", "Mar\u00eda de la Cruz"),
    ),
    key_misses=(
        ("name", "Jane Doe"),
        ("model_name", "Claude"),
        ("full_name", "octocat/hello"),
        ("first_name", "string"),
        ("filename", "Jane"),
    ),
    source="https://schema.org/Person (2026-11-24)",
)
