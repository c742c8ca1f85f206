"""Near words looked up in a process of its own: in this one nobody could go on typing meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from samenspel.spelling.dictionary import dictionary_of

PATIENCE = 10.0
"""Seconds that one word may take; then it has no near ones."""


class NearWords:
    """Asks a process that begins with the first word and ends with this one, or when closed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def learn(self, language: str, word: str) -> None:
        """Have the words that are near one known to the list of a language, whatever comes."""
        words = dictionary_of(language)
        with self._lock:
            if words is not None and not words.is_known(word):
                words.learn(word, self._asked(language, word))

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError):
                process.communicate()

    def _asked(self, language: str, word: str) -> Sequence[str]:
        process = self._process
        if process is None or process.poll() is not None:
            process = self._process = subprocess.Popen(
                [sys.executable, "-m", "samenspel.spelling.apart"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                text=True, encoding="utf-8",
            )  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        bound = threading.Timer(PATIENCE, process.kill)
        bound.start()
        try:
            process.stdin.write(json.dumps([language, word]) + "\n")
            process.stdin.flush()
            found: list[str] = json.loads(process.stdout.readline() or "[]")
        except (OSError, ValueError):  # it died, or was closed meanwhile
            return ()
        finally:
            bound.cancel()
        return found


def main() -> None:
    """A word in each line of standard input, with its language; the near ones in each line out."""
    for line in sys.stdin:
        language, word = json.loads(line)
        words = dictionary_of(language)
        print(json.dumps(words.near(word) if words else []), flush=True)  # noqa: T201 for its parent


if __name__ == "__main__":
    main()
