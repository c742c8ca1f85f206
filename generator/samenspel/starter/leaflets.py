"""What a new small project is made of, in Dutch, for its maker."""

from __future__ import annotations

DECK = """\
# yaml-language-server: $schema=schema/deck.schema.json
# Dit dek bouwt voort op het gewone dek: alle kaarten, tekeningen en kleine woorden komen daaruit.
# Komt er een nieuwe uitgave? Verander dan alleen het nummer achter base.
# Daarna laat samenspel check zien bij welke van je eigen teksten de basis veranderd is.
base: {base}

# Een kaart in alle regio’s anders? Zet in cards/nl een bestand met de naam van die kaart en daarin
# alleen de velden die anders zijn. Een kaart erbij? Een bestand met een nieuwe naam, en een regel
# after: met de kaart waar hij na komt. Kaarten weglaten of verplaatsen kan hier:
# cards:
#   drop: [blijf-onbevangen]
"""

IGNORED = """\
# Wat samenspel maakt; dat hoeft niet bewaard te worden.
output/
# Wat samenspel onthoudt om een wijziging terug te kunnen draaien (samenspel undo).
.samenspel/
"""

REGION = """\
# yaml-language-server: $schema=../schema/region.schema.json
# Jullie regio. Hier staat alleen wat anders is dan in het gewone dek; de rest komt vanzelf mee.
# Alles wat je hier kunt zeggen staat, met uitleg, in voorbeeld.yaml.txt.
name: {name}
# short is de korte naam, voor midden in een zin. place is hoe je ‘in …’ zegt.
short: {short}
place: {place}
# Bijvoorbeeld onderwijsregio, techniekregio, samenwerkingsverband passend onderwijs, eiland.
kind: {kind}
languages: [{languages}]
{logo}
# Een functie en een adres, geen persoon.
# contact: {{function: Regiocoördinator, address: regio@mijn-regio.example}}

# Kleuren: een hex tussen aanhalingstekens, of procenten cyaan, magenta, geel en zwart. teal kleurt
# de banden op de kaarten zonder conditie, zoals de titelkaart; coral is het rood in de tekeningen.
{accents}

# facts:
#   issue: het lerarentekort
#   example: de bakker die op vrijdag met groep acht rekent
#   territory: de vijf dorpen langs de vaart
#   partners: [Stichting De Brug, Lyceum Oost]
#   schools: {{value: 12, date: 2026-10-01, source: teldatum}}

# cover:
#   subtitle: "{{{{ reminders | voluit | hoofdletter }}}} reminders voor onze regio"

# cards:
#   change:
#     start-bij-jezelf:
#       questions:
#         3: Jullie eigen derde vraag?
{texts}"""

README = """\
# Jullie kaartendek

In deze map staat alleen wat bij jullie anders is. De kaarten zelf komen uit *samenspel*.

    samenspel build --region {region}      de pdf’s voor de drukker, in output/
    samenspel preview --region {region}    plaatjes om eerst te bekijken
    samenspel check                           past alles, klopt alles?
    samenspel diff {region}                wat jullie veranderd hebben, naast het gewone dek

- `cards/regions/{region}.yaml` is jullie regio: naam, feiten, woorden, kleur, en wat er op de
  kaarten anders is. Open het in een gewone teksteditor.
- `cards/regions/voorbeeld.yaml.txt` laat zien wat er allemaal kan.
- `cards/deck.yaml` zegt op welke uitgave van het dek jullie voortbouwen. Een nieuwe uitgave nemen
  is daar één getal veranderen.
- `assets/logos/` is voor het logo. Eigen tekeningen of foto’s bij een kaart komen in
  `assets/cartoons/`.
- `cards/schema/` helpt je editor, daar hoef je niets mee.

Gaat er iets mis, dan zegt *samenspel* in welk bestand en op welke regel, en wat je eraan doet.

De teksten en tekeningen van het meegeleverde dek vallen onder CC BY 4.0: gebruiken en aanpassen
mag, met naamsvermelding.
"""
