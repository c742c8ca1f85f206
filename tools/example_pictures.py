"""Makes the example regions' bitmaps: rendered here, so that nobody else has a right to them.

``python tools/example_pictures.py [ASSETS]`` writes two photographs for Havenstad (1600 × 1200
pixels; takes two minutes) and Neonrijk's logo, which is as poor as such logos are. The chairs are
traced (boxes, one window as an area light, one bounce of light); the harbour is painted in layers
with a reflection. Same code, same picture; the bytes depend on the JPEG library.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT = 1600, 1200
PASSES = 28
BAND = 40
"""Rows that are traced together: few enough for the processor's own memory."""
Array = NDArray[np.float32]
Colour = tuple[float, float, float]

OAK, STEEL, RED = (0.30, 0.17, 0.09), (0.07, 0.08, 0.09), (0.66, 0.10, 0.06)
FLOOR, WALL = (0.50, 0.42, 0.33), (0.46, 0.50, 0.52)


@dataclass(frozen=True)
class Slab:
    """A box with its sides along the axes; metres."""

    low: Array
    high: Array
    colour: Colour


def slab(x: float, y: float, z: float, wide: float, high: float, deep: float, c: Colour) -> Slab:
    """A box that stands on ``y``, with the middle of its foot at ``x``, ``z``."""
    low = np.array([x - wide / 2, y, z - deep / 2], np.float32)
    return Slab(low, low + np.array([wide, high, deep], np.float32), c)


def chair(x: float, z: float, size: float, wood: Colour) -> list[Slab]:
    """A plain chair that looks at us; ``size`` 1 is a grown-up's."""
    w, d, t = 0.42 * size, 0.42 * size, 0.028 * size
    seat, top = 0.45 * size, 0.86 * size
    legs = [
        slab(x + i * (w / 2 - t), 0, z + j * (d / 2 - t), t, seat, t, STEEL)
        for i in (-1, 1)
        for j in (-1, 1)
    ]
    posts = [slab(x + i * (w / 2 - t), seat, z + d / 2 - t, t, top - seat, t, STEEL)
             for i in (-1, 1)]  # fmt: skip
    rails = [slab(x, y * size, z + d / 2 - t * 1.6, w, 0.10 * size, t * 0.7, wood)
             for y in (0.62, 0.76)]  # fmt: skip
    return [*legs, *posts, *rails, slab(x, seat, z, w, t, d, wood)]


def hit(slabs: list[Slab], origin: Array, ray: Array) -> tuple[Array, NDArray[np.int32]]:
    """How far each ray goes until the first box, and which that is (-1: none)."""
    far = np.full(len(ray), 1e9, np.float32)
    which = np.full(len(ray), -1, np.int32)
    turned = [1 / np.where(np.abs(part) < 1e-7, np.float32(1e-7), part) for part in ray.T]
    start = [np.ascontiguousarray(part) for part in np.broadcast_to(origin, ray.shape).T]
    for index, box in enumerate(slabs):
        near, out = np.float32(-1e9), np.float32(1e9)
        for low, high, at, way in zip(box.low, box.high, start, turned, strict=True):
            one, two = (low - at) * way, (high - at) * way
            near = np.maximum(near, np.minimum(one, two))
            out = np.minimum(out, np.maximum(one, two))
        found = (near < out) & (near > 1e-3) & (near < far)
        far[found] = near[found]
        which[found] = index
    return far, which


def normals(slabs: list[Slab], which: NDArray[np.int32], point: Array) -> Array:
    """The side of its box on which each point lies."""
    low = np.array([box.low for box in slabs])[which]
    high = np.array([box.high for box in slabs])[which]
    middle, half = (low + high) / 2, (high - low) / 2
    off = (point - middle) / half
    axis = np.abs(off).argmax(1)
    found = np.zeros_like(point)
    rows = np.arange(len(point))
    found[rows, axis] = np.sign(off[rows, axis])
    return found


def around(normal: Array, dice: np.random.Generator) -> Array:
    """A direction at random away from a surface, as dull surfaces send light."""
    spread = dice.normal(size=normal.shape).astype(np.float32)
    spread /= np.linalg.norm(spread, axis=1, keepdims=True)
    ray = normal + spread * 0.999
    return ray / np.linalg.norm(ray, axis=1, keepdims=True)


def lit(slabs: list[Slab], point: Array, normal: Array, dice: np.random.Generator) -> Array:
    """The light of a low window at the left that falls on each point."""
    target = np.array([-4.2, 1.9, -1.6], np.float32) + dice.uniform(
        (0, -0.7, -0.5), (0, 0.7, 0.5), point.shape
    ).astype(np.float32)
    ray = target - point
    long = np.linalg.norm(ray, axis=1, keepdims=True)
    ray /= long
    far, which = hit(slabs, point + normal * 2e-3, ray)
    free = (which < 0) | (far > long[:, 0])
    strength = np.clip((ray * normal).sum(1), 0, None) * free * 19 / long[:, 0] ** 2
    return strength[:, None] * np.array([1.0, 0.80, 0.56], np.float32)


def chairs() -> Image.Image:
    """Four chairs against a wall, and among them a child's red one."""
    slabs = [
        slab(0, -0.1, 0, 14, 0.1, 9, FLOOR),
        slab(0, 0, 1.05, 14, 5, 0.1, WALL),
        slab(0, 0, 0.985, 14, 0.10, 0.03, (0.62, 0.62, 0.60)),
        *(box for x in (-1.28, -0.66, 0.66, 1.28) for box in chair(x, 0.55, 1, OAK)),
        *chair(0, 0.28, 0.66, RED),
    ]
    colours = np.array([box.colour for box in slabs], np.float32)
    dice = np.random.default_rng(14)
    picture = np.zeros((HEIGHT * WIDTH, 3), np.float32)
    eye = np.array([0.35, 0.98, -3.35], np.float32)
    for top in range(0, HEIGHT, BAND):
        rows = slice(top * WIDTH, (top + BAND) * WIDTH)
        for _ in range(PASSES):
            picture[rows] += _pass(slabs, colours, eye, top, dice) / PASSES
    return developed(picture.reshape(HEIGHT, WIDTH, 3), dice)


def _pass(
    slabs: list[Slab], colours: Array, eye: Array, top: int, dice: np.random.Generator
) -> Array:
    """One ray for each pixel of a band of rows, with one bounce."""
    y, x = np.mgrid[top : top + BAND, 0:WIDTH].astype(np.float32)
    shake = dice.random((2, *x.shape), np.float32)
    across = (x + shake[0]) / WIDTH - 0.5
    down = (y + shake[1]) / WIDTH - 0.5 * HEIGHT / WIDTH
    ray = np.stack([across * 0.88 - 0.09, -down * 0.88 - 0.13, np.ones_like(x)], -1).reshape(-1, 3)
    ray = (ray / np.linalg.norm(ray, axis=1, keepdims=True)).astype(np.float32)
    far, which = hit(slabs, eye, ray)
    point = eye + ray * far[:, None]
    normal = normals(slabs, which, point)
    own = colours[which] * grain_of_wood(which, point)[:, None]
    light = lit(slabs, point, normal, dice)
    away = around(normal, dice)
    far, next_ = hit(slabs, point + normal * 2e-3, away)
    sky = np.array([0.20, 0.25, 0.33], np.float32)
    met = next_ >= 0
    there = (point + normal * 2e-3 + away * far[:, None])[met]
    bounce = np.broadcast_to(sky, light.shape).copy()
    bounce[met] = colours[next_[met]] * (
        lit(slabs, there, normals(slabs, next_[met], there), dice) + sky * 0.5
    )
    return own * np.minimum(light + bounce, 4)  # no pixel outshines the rest by chance


def grain_of_wood(which: NDArray[np.int32], point: Array) -> Array:
    """Boards in the floor: what each point's colour is multiplied by."""
    board = np.floor(point[:, 2] / 0.16)
    shade = 0.86 + 0.22 * np.abs(np.sin(board * 12.9898) * 43758.5453 % 1)
    streak = 1 + 0.05 * np.sin(point[:, 0] * 9 + np.sin(point[:, 2] * 60) * 1.6 + board)
    seam = np.where(np.abs(point[:, 2] / 0.16 - np.round(point[:, 2] / 0.16)) < 0.018, 0.55, 1)
    return np.where(which == 0, shade * streak * seam, 1).astype(np.float32)


def developed(light: Array, dice: np.random.Generator) -> Image.Image:
    """Light as a print shows it: tone curve, darker corners, a little grain."""
    tone = 1 - np.exp(-1.9 * light)
    y, x = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    tone *= (1 - 0.22 * (x**2 * 0.7 + y**2 * 0.5))[..., None]
    value = np.clip(tone, 0, 1) ** (1 / 2.2)
    value += dice.normal(0, 0.010, (HEIGHT, WIDTH, 1))
    return Image.fromarray((np.clip(value, 0, 1) * 255).astype(np.uint8))


# -- the harbour ----------------------------------------------------------------------------------

HORIZON = 830


def clouds(dice: np.random.Generator) -> Array:
    """Banks of cloud from -1 to 1, wider than high: several sizes of blurred noise, added."""
    total = np.zeros((HORIZON, WIDTH), np.float32)
    for size, share in ((12, 1.0), (26, 0.6), (60, 0.32), (130, 0.16)):
        small = dice.random((max(3, size), max(3, size // 3))).astype(np.float32)
        wide = Image.fromarray(small).resize((WIDTH, HORIZON), Image.Resampling.BICUBIC)
        total += share * (np.asarray(wide) - 0.5)
    return total / np.abs(total).max()


def evening(dice: np.random.Generator) -> Array:
    """The sky above the horizon, light as values from 0 to 1."""
    stops = [(0, (38, 58, 92)), (0.42, (112, 118, 142)), (0.70, (226, 152, 120)),
             (0.90, (250, 190, 118)), (1, (253, 214, 150))]  # fmt: skip
    at = np.linspace(0, 1, HORIZON)
    sky = np.stack(
        [np.interp(at, [s for s, _ in stops], [c[i] / 255 for _, c in stops]) for i in range(3)], -1
    )
    sky = np.repeat(sky[:, None], WIDTH, 1).astype(np.float32)
    bank = np.clip(clouds(dice) * 1.5 + 0.05, 0, 1)[..., None]
    rosy = np.array([0.80, 0.47, 0.42]) * at[:, None, None] + np.array([0.24, 0.29, 0.40]) * (
        1 - at[:, None, None]
    )
    sky = sky * (1 - 0.55 * bank) + rosy * 0.55 * bank
    y, x = np.mgrid[0:HORIZON, 0:WIDTH]
    sun = np.exp(-(((x - 1090) / 420) ** 2 + ((y - HORIZON) / 260) ** 2))[..., None]
    return np.clip(sky + sun * np.array([0.22, 0.13, 0.02]), 0, 1).astype(np.float32)


def crane(draw: ImageDraw.ImageDraw, x: float, size: float, ink: str, up: bool) -> None:
    """A quay crane with its foot on the horizon; its boom level, or raised."""

    def line(points: list[tuple[float, float]], width: float) -> None:
        moved = [(2 * (x + px * size), 2 * (HORIZON - py * size)) for px, py in points]
        draw.line(moved, fill=ink, width=max(2, round(2 * width * size)), joint="curve")

    for side in (-42, 42):
        line([(side, 0), (side * 0.86, 300)], 9)
    for low, high in ((20, 110), (110, 20)):
        line([(-41, low), (40, high)], 3.5)
    line([(-44, 112), (44, 112)], 9)
    line([(-44, 16), (44, 16)], 8)
    line([(-130, 214), (52, 214)], 13)
    line([(-36, 300), (36, 300)], 6)
    line([(0, 300), (-130, 216)], 3)
    line([(30, 300), (12, 352), (-14, 352), (-30, 300)], 5)
    if up:
        line([(44, 214), (160, 436)], 11)
        line([(10, 350), (120, 358)], 2.5)
        return
    line([(40, 214), (330, 214)], 11)
    line([(40, 202), (330, 202)], 3)
    for foot in range(50, 330, 20):
        line([(foot, 202), (foot + 10, 214)], 2)
    line([(0, 352), (190, 216)], 2.6)
    line([(0, 352), (318, 216)], 2.6)


def harbour() -> Image.Image:
    """Cranes against the evening; one box hangs still above the water."""
    dice = np.random.default_rng(3)
    sky = evening(dice)
    above = Image.fromarray((sky * 255).astype(np.uint8)).resize((WIDTH * 2, HORIZON * 2))
    far = above.copy()
    draw = ImageDraw.Draw(far)
    for x, size, up in ((90, 0.62, False), (330, 0.56, True), (1500, 0.60, True)):
        crane(draw, x, size, "#6d6676", up)
    skyline(draw, dice, "#625d70", 46)
    far = far.filter(ImageFilter.GaussianBlur(4))
    draw = ImageDraw.Draw(far)
    skyline(draw, dice, "#3b3c50", 24)
    crane(draw, 560, 1.62, "#232838", False)
    load(draw)
    near = far.resize((WIDTH, HORIZON), Image.Resampling.LANCZOS)
    whole = np.concatenate([np.asarray(near, np.float32) / 255, reflection(near)])
    whole = lamps(whole, dice)
    return developed(-np.log(1 - np.clip(whole, 0, 0.985) ** 2.2) / 1.9, dice)


def load(draw: ImageDraw.ImageDraw) -> None:
    """The red box on its four ropes, level to the hair."""
    left, top, wide, high = 836, 560, 168, 70
    for x in (left + 16, left + wide - 16):
        draw.line([(2 * 920, 2 * 484), (2 * x, 2 * top)], fill="#232838", width=5)
    draw.rectangle([2 * 898, 2 * 478, 2 * 942, 2 * 492], fill="#232838")
    for x in (908, 932):
        draw.line([(2 * x, 2 * 500), (2 * x, 2 * 480)], fill="#232838", width=5)
    draw.rectangle([2 * left, 2 * top, 2 * (left + wide), 2 * (top + high)], fill="#8f2f28")
    draw.rectangle([2 * left, 2 * top, 2 * (left + wide), 2 * top + 12], fill="#c65c42")
    for x in range(left + 8, left + wide, 10):
        draw.line([(2 * x, 2 * top + 14), (2 * x, 2 * (top + high))], fill="#792721", width=5)
    draw.rectangle([2 * left, 2 * (top + high) - 8, 2 * (left + wide), 2 * (top + high)],
                   fill="#5e1f1c")  # fmt: skip


def skyline(draw: ImageDraw.ImageDraw, dice: np.random.Generator, ink: str, high: float) -> None:
    """Sheds, stacks of boxes and houses along the quay."""
    x = -20.0
    while x < WIDTH + 20:
        wide, tall = dice.uniform(26, 110), dice.uniform(0.35, 1) * high
        draw.rectangle([2 * x, 2 * (HORIZON - tall), 2 * (x + wide), 2 * HORIZON], fill=ink)
        x += wide + dice.choice([0, 0, 0, 14])


def reflection(near: Image.Image) -> Array:
    """The water: what stands above it, upside down, in ripples that grow towards us."""
    deep = HEIGHT - HORIZON
    mirror = np.asarray(near.filter(ImageFilter.GaussianBlur(1.4)), np.float32)[::-1] / 255
    dice = np.random.default_rng(8)
    y, x = np.mgrid[0:deep, 0:WIDTH].astype(np.float32)
    noise = Image.fromarray(dice.random((deep // 3, 40)).astype(np.float32))
    ripple = np.asarray(noise.resize((WIDTH, deep), Image.Resampling.BICUBIC)) - 0.5
    growing = 2 + y / deep * 46
    rows = np.clip(y * 1.55 + ripple * growing * 1.9, 0, HORIZON - 1).astype(int)
    columns = np.clip(x + ripple[:, ::-1] * growing * 0.5, 0, WIDTH - 1).astype(int)
    water = mirror[rows, columns]
    shade = (0.80 - 0.34 * y / deep)[..., None]
    return water * shade + np.array([0.02, 0.04, 0.06], np.float32) + ripple[..., None] * 0.05


def lamps(whole: Array, dice: np.random.Generator) -> Array:
    """Lamps along the quay and on the crane, each with its glow, and their streaks in the water."""
    light = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(light)
    for x in dice.uniform(0, WIDTH, 46):
        y = HORIZON - dice.uniform(4, 22)
        draw.ellipse([x - 1.6, y - 1.6, x + 1.6, y + 1.6], fill="#ffe2a8")
        draw.line([(x, HORIZON + 6), (x, HORIZON + dice.uniform(20, 90))], fill="#5d4a2c", width=2)
    for x, y in ((550, 262), (1090, 482), (628, 488), (356, 484)):
        draw.ellipse([x - 3, y - 3, x + 3, y + 3], fill="#ff7a5a")
    glow = np.asarray(light.filter(ImageFilter.GaussianBlur(7)), np.float32) / 255 * 2.2
    sharp = np.asarray(light.filter(ImageFilter.GaussianBlur(0.8)), np.float32) / 255
    return np.clip(whole + glow + sharp, 0, 1)


# -- a poor logo ----------------------------------------------------------------------------------


def neon(font: Path) -> Image.Image:
    """A logo off a website: 400 pixels of RGB, yellow and lime on white."""
    image = Image.new("RGB", (400, 92), "#ffffff")
    draw = ImageDraw.Draw(image)
    draw.ellipse([7, 11, 77, 81], fill="#f4ff1a")
    draw.ellipse([25, 29, 59, 63], fill="#ffffff")
    draw.ellipse([34, 38, 50, 54], fill="#c6ff00")
    draw.text((95, 10), "neonrijk", "#f4ff1a", ImageFont.truetype(font, 67))
    return image


def main(assets: Path) -> None:
    """Write the photographs and the logo."""
    photos = assets / "photos" / "havenstad"
    photos.mkdir(parents=True, exist_ok=True)
    logo = neon(assets / "fonts" / "BricolageGrotesque-ExtraBold.ttf")
    logo.save(assets / "logos" / "neonrijk.png", dpi=(72, 72))
    for name, made in (("kraan", harbour), ("stoelen", chairs)):
        made().save(photos / f"{name}.jpg", quality=86, subsampling=0, dpi=(300, 300))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("assets"))
