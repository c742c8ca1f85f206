"""One card of each built-in kind with Dutch texts of real length, which no editor will change."""

from __future__ import annotations

from tests.decks import condition_cards, made_card

REMINDER = made_card(
    "reminder",
    id="dubbele-loyaliteit",
    title="Dubbele loyaliteit is realiteit",
    core="Je zit hier voor de regio en voor je eigen huis. Zeg hardop welke pet je op hebt.",
    text=(
        "Je hoort jezelf zeggen dat ‘de regio’ het zo wilde. Vorige week stak je er je hand nog "
        "voor op. Thuis verdedig je een besluit dat je hier half hebt genomen, en hier een belang "
        "dat thuis niemand uitspreekt. Dat is geen ontrouw. Het wordt er pas een als niemand weet "
        "voor wie je spreekt."
    ),
    conditions=["relatie", "belangen"],
    questions=[
        "Welke pet had jij op toen je vorige keer je hand opstak?",
        "Wat kunnen wij voor elkaar doen, zodat niemand thuis hoeft te zwijgen over wat hier is "
        "besloten?",
        "Wie in de regio merkt morgen dat wij met twee monden spreken?",
    ],
)
COVER = made_card(
    "cover",
    id="titel",
    title="Samenspel",
    subtitle="Tien reminders voor samenwerken in de regio",
    core="Samenwerken is mensenwerk: het zit in wat er tussen mensen gebeurt.",
    text=(
        "Welkom bij het kaartspel voor onze regio. Het gaat over wat er tussen mensen gebeurt als "
        "hun organisaties samen iets willen. Trek een kaart, lees hem voor en praat erover. Meer "
        "hoeft niet."
    ),
)
HOWTO = made_card(
    "howto",
    id="zo-gebruik-je-de-kaarten",
    title="Zo gebruik je de kaarten",
    core="Hoeveel tijd heb je? Kies er een manier bij.",
    ways=[
        {
            "title": "Een kwartier",
            "subtitle": "als opening van een overleg",
            "steps": [
                "Trek een reminder en lees de achterkant voor.",
                "Kies een vraag.",
                "Geef om de beurt antwoord, zonder discussie.",
            ],
        },
        {
            "title": "Een uur",
            "subtitle": "als het schuurt",
            "steps": [
                "Leg de tien reminders open neer.",
                "Ieder kiest de kaart die nu het meest speelt.",
                "Bespreek de kaart met de meeste stemmen en maak er een afspraak van.",
            ],
        },
        {
            "title": "Een dagdeel",
            "steps": [
                "Leg de vijf condities van sterk naar zwak.",
                "Kies een reminder die bij de zwakste hoort.",
            ],
        },
    ],
    rhythm_title="Het ritme van een kaart",
    rhythm=[
        {"title": "Stil", "text": "Iedereen leest en denkt een minuut na, zonder te praten."},
        {"title": "Rond", "text": "Ieder zegt een zin. Wie luistert, stelt hoogstens een vraag."},
        {"title": "Vast", "text": "Schrijf een afspraak op, met een naam en een dag erbij."},
    ],
    tip="Geef de kaart door: wie hem vasthoudt, heeft het woord. Begin bij wie meestal luistert.",
)
MODEL = made_card(
    "model",
    id="model",
    title="Het model in één oogopslag",
    core="Vijf condities houden elkaar in evenwicht; de zwakste bepaalt hoe ver je komt.",
    centre="Samen",
    poster_title="Waar staan wij?",
    poster_core="Vijf condities houden elkaar in evenwicht; de zwakste bepaalt hoe ver je komt.",
)
AGREEMENT = made_card(
    "agreement",
    id="afspraak",
    title="Afspraak",
    core="Wat spreken we af, en wie merkt dat we het gedaan hebben?",
    fields=[
        {"label": "Wij spreken af dat", "lines": 4},
        {"label": "Wie begint", "lines": 1},
        {"label": "We kijken terug op", "lines": 1},
    ],
    tip="Eén afspraak die iedereen onthoudt, is meer waard dan een lijst die niemand leest.",
)
BACKGROUND = made_card(
    "background",
    id="achtergrond",
    title="Waar het vandaan komt",
    text=[
        "Dit dek leunt op een model met vijf condities voor samenwerken. Het komt uit onderzoek "
        "naar allianties die wel en niet van de grond kwamen.",
        "De tien reminders zijn ervaringen van mensen die het elke dag doen, in regio’s waar "
        "scholen, besturen en gemeenten elkaar nodig hebben.",
    ],
    source="Kaats en Opheij, Leren samenwerken tussen organisaties (2012)",
    colophon=[
        "Teksten en vragen: de makers van dit dek, met dank aan de regio’s die meelazen.",
        "Tekeningen en lettertypen zijn vrij te gebruiken; zie de licenties bij de bestanden.",
        "Editie 2026.1",
    ],
)
BLANK = made_card(
    "blank",
    id="schrijf-zelf",
    title="Schrijf je eigen reminder",
    core="Wat moeten jullie elkaar vaker zeggen?",
    hint="Teken hier wat je voor je ziet. Het hoeft niet mooi te zijn.",
    fields=[{"label": "Onze reminder", "lines": 1}, {"label": "De kern", "lines": 2}],
    questions_hint=["Over jou:", "Over ons samen:", "Over de regio:"],
)
CONDITION = condition_cards()[3].with_values(
    core="We kiezen de lichtste vorm die de ambitie kan dragen.",
    text=(
        "Een stuurgroep is zo opgericht en gaat nooit meer weg. Kies samen de lichtste vorm die "
        "de ambitie draagt, van fusie tot telefoontje, en spreek af wanneer hij ophoudt."
    ),
    questions=[
        "Welk overleg zou niemand missen als het morgen niet meer bestond?",
        "Wie mag er namens ons allemaal ja zeggen, en waarover?",
    ],
    warning="de structuur groeit en het resultaat uitblijft.",
)
CARDS = (COVER, HOWTO, MODEL, REMINDER, AGREEMENT, BACKGROUND, BLANK)
