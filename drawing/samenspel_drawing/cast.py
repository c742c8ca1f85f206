"""The returning cast: the same people walk through all ten cartoons.

Pick by name, change clothes with `.dressed(...)` or hair with `.styled(...)`.
"""

from typing import Final

from samenspel_drawing.heads import HeadLook
from samenspel_drawing.people import BodyLook, Person

CAST: Final[dict[str, Person]] = {
    # white hair in a bun, round glasses, navy dress; about 70, never surprised for long
    "truus": Person(
        "skin1",
        HeadLook("egg", "button", "bun", "grey", glasses="round"),
        BodyLook("gown", "dress", "navy", skirt=True),
    ),
    # bald with a grey wreath, teal jacket and mustard tie; about 60, stout
    "henk": Person(
        "skin1",
        HeadLook("pear", "roman", "fringe", "grey"),
        BodyLook("belly", "jacket", "teal", tie="mustard", leg_colour="brown"),
    ),
    # afro, teal stripes; about 35, the calm one with the coffee
    "naomi": Person(
        "skin3",
        HeadLook("egg", "broad", "afro"),
        BodyLook("bean", "sweater", "white", stripes="teal", leg_colour="navy"),
    ),
    # long and thin, fair side parting, mustard cardigan; about 30, alarmed soonest
    "joris": Person(
        "skin1",
        HeadLook("long", "droop", "side", "mustard"),
        BodyLook("slim", "cardigan", "mustard", leg_colour="brown"),
    ),
    # full brown beard, navy stripes; about 45, broad
    "bram": Person(
        "skin1",
        HeadLook("square", "ball", "side", "brown", beard="full"),
        BodyLook("barrel", "sweater", "white", stripes="navy"),
    ),
    # teal hijab, navy dress; about 40, the talker
    "samira": Person(
        "skin2",
        HeadLook("egg", "bulb", "hijab", "teal"),
        BodyLook("gown", "dress", "navy"),
    ),
    # long face, grey side parting, round glasses, mustard cardigan; about 65, kind
    "gerrit": Person(
        "skin1",
        HeadLook("long", "long", "side", "grey", glasses="round"),
        BodyLook("slim", "cardigan", "mustard"),
    ),
    # black tufts, white shirt; about 30, the doer
    "tim": Person(
        "skin1",
        HeadLook("egg", "tip", "short"),
        BodyLook("bean", "shirt", "white", leg_colour="teal"),
    ),
    # red bun, plain coral; about 40, generous
    "mei": Person(
        "skin1",
        HeadLook("egg", "snub", "bun", "coral"),
        BodyLook("bean", "plain", "coral"),
    ),
    # quiff, mustard jacket, brown trousers; about 50, ambitious
    "rob": Person(
        "skin1",
        HeadLook("square", "point", "quiff"),
        BodyLook("vee", "jacket", "mustard", tie="coral", leg_colour="brown"),
    ),
    # black curls and a full black beard, teal turtleneck; about 45
    "karim": Person(
        "skin2",
        HeadLook("round", "ball", "crop", beard="full"),
        BodyLook("bean", "turtle", "teal", leg_colour="navy"),
    ),
    # long fair hair, leaf-green dress; about 28
    "fleur": Person(
        "skin1",
        HeadLook("egg", "button", "long", "mustard"),
        BodyLook("gown", "dress", "leaf", skirt=True),
    ),
    # low bun, coral cardigan, heavy build; about 55
    "gloria": Person(
        "skin3",
        HeadLook("round", "broad", "lowbun", glasses="square"),
        BodyLook("barrel", "cardigan", "coral", leg_colour="navy"),
    ),
    # ponytail, mustard sweater; about 33, sporty
    "lotte": Person(
        "skin1",
        HeadLook("egg", "tip", "pony", "brown"),
        BodyLook("slim", "sweater", "mustard", leg_colour="teal"),
    ),
    # white shock of hair, brown jacket; about 68, the professor
    "willem": Person(
        "skin1",
        HeadLook("pear", "ball", "wild", "grey", glasses="half"),
        BodyLook("pear", "jacket", "brown", tie="teal", leg_colour="navy"),
    ),
    # grey curls on a square head, navy suit; about 62, stout, slow to be moved
    "otis": Person(
        "skin3",
        HeadLook("square", "broad", "crop", "grey"),
        BodyLook("belly", "jacket", "navy", tie="mustard", leg_colour="navy"),
    ),
    # grey bob and half glasses on a snub nose, teal jacket; about 52, exact
    "dewi": Person(
        "skin2",
        HeadLook("long", "snub", "bob", "grey", glasses="half"),
        BodyLook("slim", "jacket", "teal", leg_colour="navy"),
    ),
    # red curls on a round head, snub nose, teal cardigan; about 50, broad, quick to laugh
    "ineke": Person(
        "skin1",
        HeadLook("round", "snub", "crop", "coral"),
        BodyLook("belly", "cardigan", "teal", leg_colour="brown"),
    ),
    # very tall, brown bob on a long face, high nose, leaf-green cardigan; about 45, busy
    "vera": Person(
        "skin1",
        HeadLook("long", "roman", "bob", "brown"),
        BodyLook("slim", "cardigan", "leaf", leg_colour="navy", thigh=104, shin=100),
    ),
    # stout, brown low bun on a pear-shaped face, round nose, teal cardigan; about 55, sure
    "bep": Person(
        "skin1",
        HeadLook("pear", "bulb", "lowbun", "brown"),
        BodyLook("belly", "cardigan", "teal", leg_colour="navy"),
    ),
    # grey low bun on a long face, round nose, round glasses, plain mustard coat; about 62, dutiful
    "corrie": Person(
        "skin1",
        HeadLook("long", "ball", "lowbun", "grey", glasses="round"),
        BodyLook("bean", "cardigan", "mustard", leg_colour="brown"),
    ),
    # student, a ponytail and square glasses, mustard hoodie; about 18
    "jade": Person(
        "skin3",
        HeadLook("egg", "button", "pony", glasses="square"),
        BodyLook("slim", "hoodie", "mustard", leg_colour="navy"),
    ),
    # student, a brown ponytail on a round head, coral hoodie; about 19, keen
    "yara": Person(
        "skin2",
        HeadLook("round", "broad", "pony", "brown"),
        BodyLook("slim", "hoodie", "coral", leg_colour="navy"),
    ),
    # pupil, brown curls on an oval face, button nose, teal hoodie; about 16, outspoken
    "isa": Person(
        "skin1",
        HeadLook("egg", "button", "crop", "brown"),
        BodyLook("slim", "hoodie", "teal", leg_colour="navy"),
    ),
    # child with a crop of curls, mustard sweater; about 6
    "sem": Person(
        "skin2",
        HeadLook("kid", "button", "crop", size=1.114),
        BodyLook("kid", "sweater", "mustard", leg_colour="teal",
                 upper_arm=70, forearm=68, thigh=50, shin=48),
    ),
    # child with pigtails, striped; about 8
    "pip": Person(
        "skin1",
        HeadLook("kid", "button", "pigtails", "coral", size=1.114),
        BodyLook("kid", "sweater", "white", stripes="coral", leg_colour="navy",
                 upper_arm=70, forearm=68, thigh=50, shin=48),
    ),
    # child with fair hair in a side parting, leaf-green sweater; about 7
    "mees": Person(
        "skin1",
        HeadLook("kid", "bulb", "side", "mustard", size=1.114),
        BodyLook("kid", "sweater", "leaf", leg_colour="brown",
                 upper_arm=70, forearm=68, thigh=50, shin=48),
    ),
    # child with a black bob and round glasses, navy stripes; about 9
    "noor": Person(
        "skin2",
        HeadLook("kid", "ski", "bob", glasses="round", size=1.114),
        BodyLook("kid", "sweater", "white", stripes="navy", leg_colour="teal",
                 upper_arm=70, forearm=68, thigh=50, shin=48),
    ),
}  # fmt: skip
