#!/bin/sh
# Opens the studio on a Mac or on Linux; a double click runs it in a terminal.
cd "$(dirname "$0")" || exit 1
for python in python3 python3.14 python3.13 python3.12 python3.11; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    "$python" samenspel/start.py "$@"
    exit
  fi
done
echo "Python 3.11 of nieuwer is nog niet geïnstalleerd: haal het van https://www.python.org/downloads/"
echo "en dubbelklik dan weer hierop."
echo "Python 3.11 or newer is not installed yet: get it from https://www.python.org/downloads/"
exit 1
